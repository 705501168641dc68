import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { InvitationsFilters } from "#components/organizations/invitations-filters";
import { InvitationsTable } from "#components/organizations/invitations-table";
import { InviteButton } from "#components/organizations/invite-button";
import { OrganizationSections } from "#components/organizations/organization-sections";
import { EmptyState } from "#components/ui/empty-state";
import { ListPaging } from "#components/ui/list-paging";
import { PageHeader } from "#components/ui/page-header";
import { orNotFound, signedInContext } from "#lib/door/signed-in";
import { listDepartmentChoices } from "#lib/organizations/departments/queries";
import { listInvitations } from "#lib/organizations/invitations/queries";
import { InvitationSearch } from "#lib/organizations/invitations/schema";
import { getOrganization } from "#lib/organizations/queries";
import { invitationsAddress } from "../../../../components/organizations/invitations-address.ts";
import { type PageParameters, pageParameters } from "../../page-parameters.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization.invitations");
  return { title: t("title") };
}

export default async function InvitationsPage({ searchParams }: { readonly searchParams: PageParameters }) {
  const context = await signedInContext();
  const search = searchIn(await pageParameters(searchParams));
  const [page, departments, { name }] = await orNotFound(
    Promise.all([listInvitations(context, search), listDepartmentChoices(context), getOrganization(context)]),
  );
  const t = await getTranslations("organization.invitations");
  const isNarrowed = search.query !== undefined || search.state !== undefined || search.page > 1;
  return (
    <>
      <PageHeader title={name} note={t("count", { count: page.total })}>
        <InviteButton organization={name} departments={departments} isMain />
      </PageHeader>
      <OrganizationSections isManager />
      {page.total > 0 || isNarrowed ? <InvitationsFilters search={search} /> : null}
      {page.invitations.length > 0 ? (
        <>
          <InvitationsTable invitations={page.invitations} search={search} />
          <ListPaging {...page} addressOf={(number) => invitationsAddress({ ...search, page: number })} />
        </>
      ) : (
        <EmptyState text={t(isNarrowed ? "noneFound" : "none")}>
          {isNarrowed ? <Link href="/organization/invitations">{t("showAll")}</Link> : null}
        </EmptyState>
      )}
    </>
  );
}

/** What cannot be read in the address narrows nothing. */
function searchIn(params: URLSearchParams): InvitationSearch {
  const known = ["query", "state", "sort", "page"].flatMap((name) => {
    const value = params.get(name);
    return value ? [[name, value]] : [];
  });
  const parsed = InvitationSearch.safeParse(Object.fromEntries(known));
  return parsed.success ? parsed.data : InvitationSearch.parse({});
}
