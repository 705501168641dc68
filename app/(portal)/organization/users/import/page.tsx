import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemberImportForm } from "#components/organizations/member-import-form";
import { OrganizationSections } from "#components/organizations/organization-sections";
import { PageHeader } from "#components/ui/page-header";
import { orNotFound, signedInContext } from "#lib/door/signed-in";
import { listDepartments } from "#lib/organizations/departments/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization.import");
  return { title: t("title") };
}

export default async function ImportUsersPage() {
  const context = await signedInContext();
  await orNotFound(listDepartments(context));
  const t = await getTranslations("organization.import");
  return (
    <>
      <PageHeader title={t("title")} />
      <OrganizationSections isManager />
      <MemberImportForm />
    </>
  );
}
