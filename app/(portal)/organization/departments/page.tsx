import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DepartmentsTable } from "#components/organizations/departments-table";
import { NewDepartmentButton } from "#components/organizations/new-department-button";
import { OrganizationSections } from "#components/organizations/organization-sections";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { orNotFound, signedInContext } from "#lib/door/signed-in";
import { listDepartments } from "#lib/organizations/departments/queries";
import { getOrganization } from "#lib/organizations/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization.departments");
  return { title: t("title") };
}

export default async function DepartmentsPage() {
  const context = await signedInContext();
  const [{ departments }, { name }] = await orNotFound(
    Promise.all([listDepartments(context), getOrganization(context)]),
  );
  const t = await getTranslations("organization.departments");
  return (
    <>
      <PageHeader title={name} note={t("count", { count: departments.length })}>
        <NewDepartmentButton />
      </PageHeader>
      <OrganizationSections isManager />
      {departments.length > 0 ? (
        <DepartmentsTable departments={departments} />
      ) : (
        <EmptyState text={t("none")} />
      )}
    </>
  );
}
