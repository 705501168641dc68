import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MainInformation } from "#components/organizations/main-information";
import { OrganizationSections } from "#components/organizations/organization-sections";
import { PageHeader } from "#components/ui/page-header";
import { orNotFound, signedInContext } from "#lib/door/signed-in";
import { canManageOwnOrganization } from "#lib/organizations/policy";
import { getOrganization } from "#lib/organizations/queries";
import { type PageParameters, pageParameters } from "../page-parameters.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization");
  return { title: t("title") };
}

export default async function OrganizationPage({ searchParams }: { readonly searchParams: PageParameters }) {
  const context = await signedInContext();
  const organization = await orNotFound(getOrganization(context));
  const mayEdit = canManageOwnOrganization(context.actor);
  const isEditing = (await pageParameters(searchParams)).has("edit");
  const t = await getTranslations("organization");
  return (
    <>
      <PageHeader title={t("title")} />
      <OrganizationSections isManager={mayEdit} />
      <MainInformation organization={organization} mayEdit={mayEdit} isEditing={isEditing} />
    </>
  );
}
