import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewMemberForm } from "#components/organizations/new-member-form";
import { OrganizationSections } from "#components/organizations/organization-sections";
import { PageHeader } from "#components/ui/page-header";
import { orNotFound, signedInContext } from "#lib/door/signed-in";
import { listDepartments } from "#lib/organizations/departments/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization.newUser");
  return { title: t("title") };
}

export default async function NewUserPage() {
  const context = await signedInContext();
  const { departments } = await orNotFound(listDepartments(context));
  const t = await getTranslations("organization.newUser");
  return (
    <>
      <PageHeader title={t("title")} note={t("text")} />
      <OrganizationSections isManager />
      <NewMemberForm departments={departments} />
    </>
  );
}
