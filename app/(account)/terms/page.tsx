import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import styles from "#components/accounts/account-form.module.css";
import { TermsForm } from "#components/accounts/terms-form";
import { TermsText } from "#components/accounts/terms-text";
import { safeReturnPath } from "#lib/accounts/return-path";
import { getCurrentTerms } from "#lib/accounts/terms/queries";
import { pageContext } from "#lib/door/request-context";

type Props = { readonly searchParams: Promise<{ readonly returnTo?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("security.terms");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function TermsPage({ searchParams }: Props) {
  const returnTo = safeReturnPath((await searchParams).returnTo, "/home");
  const { number, locale, text, publishedAt } = await getCurrentTerms(await pageContext());
  const t = await getTranslations("security.terms");
  const form = await getTranslations("accounts.form");
  const format = await getFormatter();
  const texts = {
    accept: t("accept"),
    sending: t("sending"),
    decline: t("decline"),
    again: t("again"),
    reload: t("reload"),
    signIn: t("signIn"),
    offline: form("offline"),
    failed: form("failed"),
  };
  return (
    <>
      <h1 className={styles.title}>{t("title")}</h1>
      <p className={styles.lead}>{publishedAt ? t("changed") : t("text")}</p>
      <TermsText text={text} locale={locale} label={t("region")} />
      <p className={styles.after}>
        {publishedAt
          ? t("published", { number, date: format.dateTime(new Date(publishedAt), { dateStyle: "long" }) })
          : t("version", { number })}
      </p>
      <TermsForm number={number} returnTo={returnTo} texts={texts} />
    </>
  );
}
