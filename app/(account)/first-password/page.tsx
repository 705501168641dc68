import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import styles from "#components/accounts/account-form.module.css";
import { FirstPasswordForm } from "#components/accounts/first-password-form";
import { safeReturnPath } from "#lib/accounts/return-path";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { pageContext } from "#lib/door/request-context";

type Props = { readonly searchParams: Promise<{ readonly returnTo?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.firstPassword");
  return { title: t("title"), robots: { index: false } };
}

export default async function FirstPasswordPage({ searchParams }: Props) {
  const returnTo = safeReturnPath((await searchParams).returnTo, "/home");
  const { minPasswordLength } = await getAccountSettings(await pageContext());
  const t = await getTranslations("accounts");
  const texts = {
    password: t("firstPassword.password"),
    rule: t("firstPassword.rule", { min: minPasswordLength }),
    action: t("firstPassword.action"),
    sending: t("firstPassword.sending"),
    again: t("firstPassword.again"),
    showPassword: t("form.showPassword"),
    hidePassword: t("form.hidePassword"),
    offline: t("form.offline"),
    failed: t("form.failed"),
  };
  return (
    <>
      <h1 className={styles.title}>{t("firstPassword.title")}</h1>
      <p className={styles.lead}>{t("firstPassword.text")}</p>
      <FirstPasswordForm returnTo={returnTo} texts={texts} />
    </>
  );
}
