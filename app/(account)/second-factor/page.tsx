import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import styles from "#components/accounts/account-form.module.css";
import { SecondFactorForm } from "#components/accounts/second-factor-form";
import { safeReturnPath } from "#lib/accounts/return-path";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { pageContext } from "#lib/door/request-context";

type Props = { readonly searchParams: Promise<{ readonly returnTo?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("security.step");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function SecondFactorPage({ searchParams }: Props) {
  const returnTo = safeReturnPath((await searchParams).returnTo, "/home");
  const { helpContact } = await getAccountSettings(await pageContext());
  const t = await getTranslations("security");
  const form = await getTranslations("accounts");
  const texts = {
    text: t("step.text"),
    code: t("step.code"),
    codeHelp: t("step.codeHelp"),
    action: t("step.action"),
    sending: t("step.sending"),
    useRecovery: t("step.useRecovery"),
    recoveryText: t("step.recoveryText"),
    recovery: t("step.recovery"),
    recoveryHelp: t("step.recoveryHelp"),
    useAuthenticator: t("step.useAuthenticator"),
    again: t("step.again"),
    locked: helpContact
      ? t("signIn.lockedWithHelp", { until: "{until}", contact: helpContact })
      : form("signIn.locked", { until: "{until}" }),
    offline: form("form.offline"),
    failed: form("form.failed"),
  };
  return (
    <>
      <h1 className={styles.title}>{t("step.title")}</h1>
      <SecondFactorForm returnTo={returnTo} texts={texts} />
      <p className={styles.after}>{t("step.lost")}</p>
      {helpContact ? <p className={styles.after}>{t("signIn.help", { contact: helpContact })}</p> : null}
    </>
  );
}
