import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewPersonForm } from "#components/admin/new-person-form";
import { PageHeader } from "#components/ui/page-header";
import { administratorContext } from "#lib/door/signed-in";
import { listOrganizations } from "#lib/organizations/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.person");
  return { title: t("createTitle") };
}

export default async function NewPersonPage() {
  const context = await administratorContext();
  const organizations = await listOrganizations(context);
  const t = await getTranslations("admin.person");
  return (
    <>
      <PageHeader title={t("createTitle")} note={t("createNote")} />
      <NewPersonForm
        organizations={organizations}
        ownOrganizationId={context.actor.organization?.id ?? null}
      />
    </>
  );
}
