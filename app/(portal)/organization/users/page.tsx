import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MembersActions } from "#components/organizations/members-actions";
import { MembersFilters } from "#components/organizations/members-filters";
import { MembersTable } from "#components/organizations/members-table";
import { OrganizationSections } from "#components/organizations/organization-sections";
import { EmptyState } from "#components/ui/empty-state";
import { ListPaging } from "#components/ui/list-paging";
import { PageHeader } from "#components/ui/page-header";
import { orNotFound, signedInContext } from "#lib/door/signed-in";
import { listDepartmentChoices } from "#lib/organizations/departments/queries";
import { exportMembers } from "#lib/organizations/members/endpoints";
import { listMembers } from "#lib/organizations/members/queries";
import { MemberSearch } from "#lib/organizations/members/schema";
import { canManageOwnOrganization } from "#lib/organizations/policy";
import { getOrganization } from "#lib/organizations/queries";
import { requestOf } from "#lib/shared/endpoint";
import { membersAddress } from "../../../../components/organizations/members-address.ts";
import { type PageParameters, pageParameters } from "../../page-parameters.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization.users");
  return { title: t("title") };
}

export default async function UsersPage({ searchParams }: { readonly searchParams: PageParameters }) {
  const context = await signedInContext();
  const search = searchIn(await pageParameters(searchParams));
  const { page: _, ...filter } = search;
  const [organization, members, departments] = await orNotFound(
    Promise.all([getOrganization(context), listMembers(context, search), listDepartmentChoices(context)]),
  );
  const isManager = canManageOwnOrganization(context.actor);
  const t = await getTranslations("organization.users");
  return (
    <>
      <PageHeader title={organization.name} note={t("count", { count: members.total })}>
        {isManager ? (
          <MembersActions
            organization={organization.name}
            departments={departments}
            exportPath={requestOf(exportMembers, filter).url}
          />
        ) : null}
      </PageHeader>
      <OrganizationSections isManager={isManager} />
      <MembersFilters search={search} departments={departments} />
      {members.members.length > 0 ? (
        <>
          <MembersTable
            members={members.members}
            search={search}
            departments={departments}
            isManager={isManager}
          />
          <ListPaging {...members} addressOf={(page) => membersAddress({ ...search, page })} />
        </>
      ) : (
        <EmptyState text={t("none")}>
          <Link href="/organization/users">{t("showAll")}</Link>
        </EmptyState>
      )}
    </>
  );
}

/** What cannot be read in the address narrows nothing. */
function searchIn(params: URLSearchParams): MemberSearch {
  const known = ["query", "department", "role", "sort", "page"].flatMap((name) => {
    const value = params.get(name);
    return value ? [[name, value]] : [];
  });
  const parsed = MemberSearch.safeParse(Object.fromEntries(known));
  return parsed.success ? parsed.data : MemberSearch.parse({});
}
