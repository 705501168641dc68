import { useTranslations } from "next-intl";
import styles from "./account-form.module.css";

/** On the sign-in page: what the activation link did. ACC-16, GAP-026 */
export function ActivationNote({ note }: { readonly note: string | string[] | undefined }) {
  const t = useTranslations("registration.note");
  if (note !== "activated" && note !== "alreadyActive") return null;
  return (
    <p className={styles.notice} role="status">
      {t(note)}
    </p>
  );
}
