import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import styles from "#components/accounts/account-form.module.css";
import { SignInForm } from "#components/accounts/sign-in-form";
import { safeReturnPath } from "#lib/accounts/return-path";
import { requestContext } from "#lib/door/request-context";

type Props = { readonly searchParams: Promise<{ readonly returnTo?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.signIn");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const returnTo = safeReturnPath((await searchParams).returnTo, "/home");
  const { actor } = await requestContext();
  if (actor.kind === "person") redirect(returnTo);
  const t = await getTranslations("accounts");
  const texts = {
    name: t("signIn.name"),
    password: t("signIn.password"),
    action: t("signIn.action"),
    sending: t("signIn.sending"),
    locked: t("signIn.locked", { until: "{until}" }),
    showPassword: t("form.showPassword"),
    hidePassword: t("form.hidePassword"),
    offline: t("form.offline"),
    failed: t("form.failed"),
  };
  return (
    <>
      <h1 className={styles.title}>{t("signIn.title")}</h1>
      <SignInForm returnTo={returnTo} texts={texts} />
      <p className={styles.after}>{t("signIn.help")}</p>
    </>
  );
}
