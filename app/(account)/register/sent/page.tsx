import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import styles from "#components/accounts/account-form.module.css";
import { RegistrationSent } from "#components/accounts/registration-sent";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.sent");
  return { title: t("title"), robots: { index: false } };
}

export default async function RegistrationSentPage() {
  const t = await getTranslations("registration");
  const form = await getTranslations("accounts.form");
  const texts = {
    textTo: t("sent.textTo", { address: "{address}" }),
    text: t("sent.text"),
    spam: t("sent.spam"),
    username: t("sent.username"),
    again: t("sent.again"),
    sendingAgain: t("sent.sendingAgain"),
    sentAgain: t("sent.sentAgain"),
    offline: form("offline"),
    failed: form("failed"),
  };
  return (
    <>
      <h1 className={styles.title}>{t("sent.title")}</h1>
      <RegistrationSent texts={texts} />
      <p className={styles.after}>
        {t("sent.wrongAddress")}{" "}
        <Link href="/register" className={styles.link} prefetch={false}>
          {t("sent.register")}
        </Link>
      </p>
    </>
  );
}
