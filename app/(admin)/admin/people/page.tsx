import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NewPersonLink } from "#components/admin/new-person-link";
import { PeopleFilters } from "#components/admin/people-filters";
import { PeopleTable } from "#components/admin/people-table";
import { EmptyState } from "#components/ui/empty-state";
import { ListPaging } from "#components/ui/list-paging";
import { PageHeader } from "#components/ui/page-header";
import { listPeople } from "#lib/admin/queries";
import { PeopleSearch } from "#lib/admin/schema";
import { administratorContext } from "#lib/door/signed-in";
import { peopleAddress } from "../../../../components/admin/people-address.ts";

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("people.title") };
}

export default async function PeoplePage({ searchParams }: Props) {
  const context = await administratorContext();
  const search = searchIn(await searchParams);
  const page = await listPeople(context, search);
  const t = await getTranslations("admin.people");
  return (
    <>
      <PageHeader title={t("title")} note={t("count", { count: page.total })}>
        <NewPersonLink />
      </PageHeader>
      <PeopleFilters search={search} />
      {page.people.length > 0 ? (
        <>
          <PeopleTable people={page.people} />
          <ListPaging {...page} addressOf={(number) => peopleAddress({ ...search, page: number })} />
        </>
      ) : (
        <EmptyState text={t("none")}>
          <Link href="/admin/people">{t("showAll")}</Link>
        </EmptyState>
      )}
    </>
  );
}

/** What cannot be read in the address narrows nothing. */
function searchIn(params: Record<string, string | string[] | undefined>): PeopleSearch {
  const { query, page, show } = params;
  const parsed = PeopleSearch.safeParse({ query: query || undefined, page, show });
  return parsed.success ? parsed.data : PeopleSearch.parse({});
}
