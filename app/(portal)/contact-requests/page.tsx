import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConnectedNotice } from "#components/contacts/connected-notice";
import { ContactTabs } from "#components/contacts/contact-tabs";
import { ContactsShown, type ShownList } from "#components/contacts/contacts-shown";
import { NewRequest } from "#components/contacts/new-request";
import { PageHeader } from "#components/ui/page-header";
import {
  findContact,
  getContactCounts,
  listContacts,
  listReceivedRequests,
  listSentRequests,
} from "#lib/contacts/lists/queries";
import { ContactKey, ContactSearch } from "#lib/contacts/schema";
import { type SignedInContext, signedInContext } from "#lib/door/signed-in";
import { type PageParameters, pageParameters } from "../page-parameters.ts";

type Props = { readonly searchParams: PageParameters };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts");
  return { title: t("title") };
}

export default async function ContactRequestsPage({ searchParams }: Props) {
  const t = await getTranslations("contacts");
  const context = await signedInContext();
  const parameters = await pageParameters(searchParams);
  const search = searchIn(parameters);
  const [counts, list, contact] = await Promise.all([
    getContactCounts(context),
    listOf(context, parameters.get("tab"), search),
    newContact(context, parameters.get("connected")),
  ]);
  return (
    <>
      <PageHeader title={t("title")} note={t("note")}>
        <NewRequest />
      </PageHeader>
      {contact ? <ConnectedNotice name={contact.name} /> : null}
      <ContactTabs chosen={list.tab} counts={counts} />
      <ContactsShown list={list} query={search.query} count={counts[list.tab]} />
    </>
  );
}

async function listOf(
  context: SignedInContext,
  tab: string | null,
  search: ContactSearch,
): Promise<ShownList> {
  switch (tab) {
    case "received":
      return { tab, shown: await listReceivedRequests(context, search) };
    case "sent":
      return { tab, shown: await listSentRequests(context, search) };
    default:
      return { tab: "connected", shown: await listContacts(context, search) };
  }
}

/** Who became a contact just now, by the link of a mail; the address alone makes nobody one. RFC-25 */
async function newContact(context: SignedInContext, personId: string | null) {
  const key = ContactKey.safeParse({ personId });
  return key.success ? findContact(context, key.data) : null;
}

/** What cannot be read in the address narrows nothing. */
function searchIn(parameters: URLSearchParams): ContactSearch {
  const [query, page] = [parameters.get("query") || undefined, parameters.get("page") ?? undefined];
  return ContactSearch.safeParse({ query, page }).data ?? ContactSearch.parse({});
}
