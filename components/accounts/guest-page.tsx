import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Sign } from "#components/shell/sign";
import styles from "./guest-page.module.css";

/** The public page of the server: what this is, and the ways in at the top right. ACC-01, SIG-03, SIG-04 */
export async function GuestPage({ mayRegister }: { readonly mayRegister: boolean }) {
  const t = await getTranslations("accounts");
  const registration = await getTranslations("registration");
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Sign />
        <nav className={styles.way} aria-label={t("guest.menu")}>
          {mayRegister ? (
            <Link href="/register" className={styles.register} prefetch={false}>
              {registration("guestLink")}
            </Link>
          ) : null}
          <Link href="/sign-in" className={styles.signIn} prefetch={false}>
            {t("signIn.action")}
          </Link>
          <details className={styles.menu}>
            <summary className={styles.avatar} aria-label={t("guest.menu")}>
              <svg
                viewBox="0 0 24 24"
                width="20"
                height="20"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.5"
                aria-hidden="true"
              >
                <circle cx="12" cy="8" r="3.5" />
                <path d="M5 20c.6-4 3.2-6 7-6s6.4 2 7 6" strokeLinecap="round" />
              </svg>
            </summary>
            <div className={styles.sheet}>
              <Link href="/sign-in" className={styles.item} prefetch={false}>
                {t("signIn.action")}
              </Link>
              {mayRegister ? (
                <Link href="/register" className={styles.item} prefetch={false}>
                  {registration("guestLink")}
                </Link>
              ) : null}
            </div>
          </details>
        </nav>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{t("guest.title")}</h1>
        <p className={styles.text}>{t("guest.text")}</p>
      </main>
    </div>
  );
}
