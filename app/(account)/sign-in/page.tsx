import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import styles from "#components/accounts/account-form.module.css";
import { ActivationNote } from "#components/accounts/activation-note";
import { RegistrationHint } from "#components/accounts/registration-hint";
import { SignInForm } from "#components/accounts/sign-in-form";
import { safeReturnPath } from "#lib/accounts/return-path";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { pageContext } from "#lib/door/request-context";

type Props = {
  readonly searchParams: Promise<{
    readonly returnTo?: string | string[];
    readonly note?: string | string[];
  }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.signIn");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const { returnTo: wanted, note } = await searchParams;
  const returnTo = safeReturnPath(wanted, "/home");
  const context = await pageContext();
  if (context.actor.kind === "person") redirect(returnTo);
  const { registrationMode, helpContact } = await getAccountSettings(context);
  const t = await getTranslations("accounts");
  const security = await getTranslations("security.signIn");
  const texts = {
    name: t("signIn.name"),
    password: t("signIn.password"),
    action: t("signIn.action"),
    sending: t("signIn.sending"),
    forgot: security("forgot"),
    locked: helpContact
      ? security("lockedWithHelp", { until: "{until}", contact: helpContact })
      : t("signIn.locked", { until: "{until}" }),
    again: security("again"),
    sendingAgain: security("sendingAgain"),
    sentAgain: security("sentAgain"),
    againByAddress: security("againByAddress"),
    showPassword: t("form.showPassword"),
    hidePassword: t("form.hidePassword"),
    offline: t("form.offline"),
    failed: t("form.failed"),
  };
  return (
    <>
      <h1 className={styles.title}>{t("signIn.title")}</h1>
      <ActivationNote note={note} />
      {note === "passwordSet" ? (
        <p className={styles.notice} role="status">
          {security("passwordSet")}
        </p>
      ) : null}
      <SignInForm returnTo={returnTo} texts={texts} />
      {registrationMode === "OPEN" ? <RegistrationHint /> : null}
      {helpContact ? <p className={styles.after}>{security("help", { contact: helpContact })}</p> : null}
    </>
  );
}
