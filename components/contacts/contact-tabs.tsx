import { useTranslations } from "next-intl";
import type { ContactCounts } from "#lib/contacts/schema";
import { LinkTabs } from "../ui/link-tabs.tsx";
import { type ContactTab, contactsAddress, contactTabs } from "./contacts-address.ts";

type Props = { readonly chosen: ContactTab; readonly counts: ContactCounts };

/** The three lists with how much is in each; the chosen one stands in the address. RFC-05, GAP-049 */
export function ContactTabs({ chosen, counts }: Props) {
  const t = useTranslations("contacts.tabs");
  const tabs = contactTabs.map((tab) => ({
    href: contactsAddress({ tab }),
    text: t(tab),
    isCurrent: tab === chosen,
    count: counts[tab],
  }));
  return <LinkTabs label={t("name")} tabs={tabs} />;
}
