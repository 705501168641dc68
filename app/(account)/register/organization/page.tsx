import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RegistrationClosed } from "#components/accounts/registration-closed";
import { RegistrationPage } from "#components/accounts/registration-page";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { pageContext } from "#lib/door/request-context";
import { registrationTexts } from "../form-texts.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration");
  return { title: t("title") };
}

export default async function RegisterOrganizationPage() {
  const context = await pageContext();
  if (context.actor.kind === "person") redirect("/home");
  const { registrationMode, minPasswordLength } = await getAccountSettings(context);
  if (registrationMode !== "OPEN") return <RegistrationClosed mode={registrationMode} />;
  const texts = await registrationTexts(minPasswordLength);
  return <RegistrationPage kind="organization" minPasswordLength={minPasswordLength} texts={texts} />;
}
