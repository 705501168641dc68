import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcceptLink } from "#components/contacts/accept-link";
import { requestContext } from "#lib/door/request-context";
import { linkTexts } from "../link-texts.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.link");
  return { title: t("acceptTitle"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function AcceptContactRequestPage() {
  const { actor } = await requestContext();
  return (
    <AcceptLink personName={actor.kind === "person" ? actor.displayName : null} texts={await linkTexts()} />
  );
}
