import { Box } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state";
import type { ContactPage, ReceivedRequestPage, SentRequestPage } from "#lib/contacts/schema";
import { contactPageSize } from "#lib/contacts/schema";
import { ListPaging } from "../ui/list-paging.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { ConnectedList } from "./connected-list.tsx";
import { contactsAddress } from "./contacts-address.ts";
import { ReceivedList } from "./received-list.tsx";
import { SentList } from "./sent-list.tsx";

/** The list that is shown, with what is in it. */
export type ShownList =
  | { readonly tab: "connected"; readonly shown: ContactPage }
  | { readonly tab: "received"; readonly shown: ReceivedRequestPage }
  | { readonly tab: "sent"; readonly shown: SentRequestPage };

/** From how many lines on a search helps. */
const searchFrom = 8;

type Props = {
  readonly list: ShownList;
  readonly query: string | undefined;
  /** How many lines the whole list has. */
  readonly count: number;
};

/** One of the three lists with its search and its parts, or what is said when it is empty. RFC-16 */
export function ContactsShown({ list, query, count }: Props) {
  const t = useTranslations("contacts.search");
  const { tab, shown } = list;
  return (
    <>
      {count >= searchFrom || query ? (
        <Box mb="xs">
          <SearchField
            key={`${tab} ${query}`}
            query={query}
            label={t("label")}
            addressOf={(next) => contactsAddress({ tab, query: next })}
          />
        </Box>
      ) : null}
      {shown.total === 0 ? <Nothing list={list} query={query} /> : <Lines list={list} />}
      <ListPaging
        page={shown.page}
        pageSize={contactPageSize}
        total={shown.total}
        addressOf={(page) => contactsAddress({ tab, query, page })}
      />
    </>
  );
}

function Lines({ list }: Pick<Props, "list">) {
  switch (list.tab) {
    case "connected":
      return <ConnectedList contacts={list.shown.contacts} />;
    case "received":
      return <ReceivedList requests={list.shown.requests} />;
    default:
      return <SentList requests={list.shown.requests} />;
  }
}

function Nothing({ list, query }: Pick<Props, "list" | "query">) {
  const t = useTranslations("contacts");
  if (query) {
    return (
      <EmptyState text={t("search.none", { query })}>
        <Link href={contactsAddress({ tab: list.tab })}>{t("search.showAll")}</Link>
      </EmptyState>
    );
  }
  const isUnconfirmed = list.tab === "received" && !list.shown.isAddressConfirmed;
  return <EmptyState text={isUnconfirmed ? t("empty.unconfirmed") : t(`empty.${list.tab}`)} />;
}
