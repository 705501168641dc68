import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeclineLink } from "#components/contacts/decline-link";
import { requestContext } from "#lib/door/request-context";
import { linkTexts } from "../link-texts.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.link");
  return { title: t("declineTitle"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function DeclineContactRequestPage() {
  const { actor } = await requestContext();
  return <DeclineLink isSignedIn={actor.kind === "person"} texts={await linkTexts()} />;
}
