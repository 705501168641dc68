import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./account-form.module.css";

/** On the sign-in page: the way to an account for whoever has none. ACC-01 */
export function RegistrationHint() {
  const t = useTranslations("registration");
  return (
    <p className={styles.after}>
      {t("signInPage")}{" "}
      <Link href="/register" className={styles.link} prefetch={false}>
        {t("guestLink")}
      </Link>
    </p>
  );
}
