import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import styles from "#components/accounts/account-form.module.css";
import { SetupForm } from "#components/accounts/setup-form";
import { PlainPage } from "#components/ui/plain-page";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { findOpenSetup } from "#lib/accounts/setup/queries";
import { pageContext } from "#lib/door/request-context";

type Props = { readonly params: Promise<{ readonly token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.setup");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function SetupPage({ params }: Props) {
  const { token } = await params;
  const t = await getTranslations("accounts");
  const context = await pageContext();
  if (!(await findOpenSetup(context, token))) {
    const action = { href: "/sign-in", label: t("setup.closedAction") };
    return <PlainPage title={t("setup.closedTitle")} text={t("setup.closedText")} action={action} />;
  }
  const { minPasswordLength } = await getAccountSettings(context);
  const texts = {
    organization: t("setup.organization"),
    firstName: t("setup.firstName"),
    lastName: t("setup.lastName"),
    email: t("setup.email"),
    username: t("setup.username"),
    usernameHelp: t("setup.usernameHelp"),
    password: t("setup.password"),
    passwordRule: t("setup.passwordRule", { min: minPasswordLength }),
    action: t("setup.action"),
    sending: t("setup.sending"),
    showPassword: t("form.showPassword"),
    hidePassword: t("form.hidePassword"),
    offline: t("form.offline"),
    failed: t("form.failed"),
  };
  return (
    <>
      <h1 className={styles.title}>{t("setup.title")}</h1>
      <p className={styles.lead}>{t("setup.text")}</p>
      <SetupForm token={token} texts={texts} />
    </>
  );
}
