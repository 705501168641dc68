import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { OrganizationsSearch } from "#components/admin/organizations-search";
import { OrganizationsTable } from "#components/admin/organizations-table";
import { EmptyState } from "#components/ui/empty-state";
import { ListPaging } from "#components/ui/list-paging";
import { PageHeader } from "#components/ui/page-header";
import { listOrganizations } from "#lib/admin/queries";
import { OrganizationSearch } from "#lib/admin/schema";
import { administratorContext } from "#lib/door/signed-in";
import { organizationsAddress } from "../../../../components/admin/organizations-address.ts";

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.organizations");
  return { title: t("title") };
}

export default async function OrganizationsPage({ searchParams }: Props) {
  const context = await administratorContext();
  const search = searchIn(await searchParams);
  const found = await listOrganizations(context, search);
  const t = await getTranslations("admin.organizations");
  const isNarrowed = search.query !== undefined || search.page > 1;
  return (
    <>
      <PageHeader title={t("title")} note={t("count", { count: found.total })} />
      {found.total > 0 || isNarrowed ? <OrganizationsSearch search={search} /> : null}
      {found.organizations.length > 0 ? (
        <>
          <OrganizationsTable organizations={found.organizations} />
          <ListPaging {...found} addressOf={(page) => organizationsAddress({ ...search, page })} />
        </>
      ) : (
        <EmptyState text={isNarrowed ? t("none") : t("empty")}>
          {isNarrowed ? <Link href="/admin/organizations">{t("showAll")}</Link> : null}
        </EmptyState>
      )}
    </>
  );
}

/** What cannot be read in the address narrows nothing. */
function searchIn({ query, page }: Record<string, string | string[] | undefined>): OrganizationSearch {
  const parsed = OrganizationSearch.safeParse({ query: query || undefined, page });
  return parsed.success ? parsed.data : OrganizationSearch.parse({});
}
