import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RegistrationByLink } from "#components/accounts/registration-by-link";
import { RegistrationClosed } from "#components/accounts/registration-closed";
import { RegistrationPage } from "#components/accounts/registration-page";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { pageContext } from "#lib/door/request-context";
import { registrationTexts } from "./form-texts.ts";
import { linkKindOf, linkTexts } from "./link-texts.ts";

type Props = { readonly searchParams: Promise<{ readonly via?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function RegisterPage({ searchParams }: Props) {
  const link = linkKindOf((await searchParams).via);
  const context = await pageContext();
  // The browser takes the part behind # along to the page where one accepts.
  if (context.actor.kind === "person")
    redirect(link ? `/${link}${link === "invitation" ? "" : "/accept"}` : "/home");
  const { registrationMode, minPasswordLength } = await getAccountSettings(context);
  const texts = await registrationTexts(minPasswordLength);
  if (link) {
    const offer = await linkTexts();
    return (
      <RegistrationByLink kind={link} mode={registrationMode} {...{ minPasswordLength, texts, offer }} />
    );
  }
  if (registrationMode !== "OPEN") return <RegistrationClosed mode={registrationMode} />;
  return <RegistrationPage kind="personal" minPasswordLength={minPasswordLength} texts={texts} />;
}
