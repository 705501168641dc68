import { getTranslations } from "next-intl/server";
import type { OfferTexts } from "#components/accounts/registration-by-link";

/** Which mailed link the address speaks of; undefined when of none. */
export function linkKindOf(via: string | string[] | undefined): "contact-request" | "invitation" | undefined {
  return via === "contact-request" || via === "invitation" ? via : undefined;
}

/** What the page of a mailed link says, in the reader's language; names and addresses are filled in by the browser. */
export async function linkTexts(): Promise<OfferTexts> {
  const t = await getTranslations("registration.link");
  const [name, organization, address] = ["{name}", "{organization}", "{address}"];
  return {
    loading: t("loading"),
    contactTitle: t("contactTitle", { name }),
    invitationTitle: t("invitationTitle", { name, organization }),
    contactText: t("contactText", { address }),
    invitationText: t("invitationText", { address }),
    message: t("message"),
    signIn: t("signIn"),
    hasAccountText: t("hasAccountText", { address }),
    create: t("create"),
    createTitle: t("createTitle"),
    closed: t("closed"),
    endedTitle: t("endedTitle"),
    accepted: t("accepted"),
    declined: t("declined"),
    withdrawn: t("withdrawn"),
    expired: t("expired", { name }),
    unknown: t("unknown"),
    register: t("register"),
    retry: t("retry"),
  };
}
