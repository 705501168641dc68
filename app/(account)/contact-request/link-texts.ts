import { getTranslations } from "next-intl/server";
import type { AcceptTexts } from "#components/contacts/accept-link";

/** What the pages behind a request's links say; names and addresses are filled in by the browser. */
export async function linkTexts(): Promise<AcceptTexts> {
  const [t, form] = await Promise.all([getTranslations("contacts.link"), getTranslations("accounts.form")]);
  const [name, email, person] = ["{name}", "{email}", "{person}"];
  return {
    acceptTitle: t("acceptTitle"),
    accepting: t("accepting"),
    declineTitle: t("declineTitle"),
    declineText: t("declineText", { name, email }),
    declineAction: t("declineAction"),
    declining: t("declining"),
    declinedTitle: t("declinedTitle"),
    declinedText: t("declinedText", { name }),
    otherTitle: t("otherTitle"),
    otherText: t("otherText", { name, email, person }),
    otherAction: t("otherAction"),
    otherKeep: t("otherKeep"),
    acceptedTitle: t("acceptedTitle"),
    acceptedText: t("acceptedText", { name, email }),
    wasDeclinedTitle: t("wasDeclinedTitle"),
    wasDeclinedText: t("wasDeclinedText", { name, email }),
    withdrawnTitle: t("withdrawnTitle"),
    withdrawnText: t("withdrawnText", { name, email }),
    expiredTitle: t("expiredTitle"),
    expiredText: t("expiredText", { name, email }),
    unknownTitle: t("unknownTitle"),
    unknownText: t("unknownText"),
    toContacts: t("toContacts"),
    toStart: t("toStart"),
    again: t("again"),
    failedTitle: t("failedTitle"),
    offline: form("offline"),
    failed: form("failed"),
  };
}
