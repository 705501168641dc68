import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationPage } from "#components/organizations/invitation-page";
import { getProfile } from "#lib/accounts/profile/queries";
import { pageContext } from "#lib/door/request-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization.link");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function Invitation() {
  const context = await pageContext();
  const isPerson = context.actor.kind === "person";
  const profile = isPerson ? await getProfile(context) : null;
  const name = context.actor.kind === "person" ? context.actor.displayName : "";
  const [t, form] = [await getTranslations("organization.link"), await getTranslations("accounts.form")];
  const open = { from: "{from}", organization: "{organization}", email: "{email}", name: "{name}" };
  const texts = {
    title: t("title"),
    reading: t("reading"),
    heading: t("heading", open),
    text: t("text", open),
    after: t("after", open),
    join: t("join"),
    joining: t("joining"),
    decline: t("decline"),
    forAnother: t("forAnother", open),
    signOut: t("signOut"),
    home: t("home"),
    goneTitle: t("goneTitle"),
    gone: t("gone"),
    accepted: t("accepted"),
    declined: t("declined", open),
    declinedNow: t("declinedNow"),
    withdrawn: t("withdrawn"),
    expired: t("expired", open),
    offline: t("offline"),
    failed: form("failed"),
  };
  return <InvitationPage viewer={profile && { name, email: profile.email }} texts={texts} />;
}
