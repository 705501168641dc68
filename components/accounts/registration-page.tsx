import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./account-form.module.css";
import type { RegistrationTexts } from "./registration-form.tsx";
import { RegistrationKinds } from "./registration-kinds.tsx";
import { OrganizationRegistration, PersonalRegistration } from "./registration-own.tsx";

type Props = {
  readonly kind: "personal" | "organization";
  readonly minPasswordLength: number;
  readonly texts: RegistrationTexts;
};

/** The page where a visitor makes an account of one of the two kinds. ACC-02, ACC-03, GAP-001 */
export function RegistrationPage({ kind, ...form }: Props) {
  const t = useTranslations("registration");
  return (
    <>
      <h1 className={styles.title}>{t("title")}</h1>
      <RegistrationKinds current={kind} />
      <p className={styles.lead}>{t(`${kind}Text`)}</p>
      {kind === "personal" ? <PersonalRegistration {...form} /> : <OrganizationRegistration {...form} />}
      <p className={styles.after}>
        {t("hasAccount")}{" "}
        <Link href="/sign-in" className={styles.link} prefetch={false}>
          {t("signIn")}
        </Link>
      </p>
    </>
  );
}
