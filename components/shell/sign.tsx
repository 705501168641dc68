import { useTranslations } from "next-intl";
import styles from "./sign.module.css";

/** The product's sign: an arch, open to the sky, with its name beside it where there is room. */
export function Sign() {
  const t = useTranslations("common");
  return (
    <span className={styles.sign}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--atrium-accent)" />
        <path
          d="M8 24V13a8 8 0 0 1 16 0v11"
          fill="none"
          stroke="var(--atrium-on-accent)"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <circle cx="16" cy="19" r="2.6" fill="var(--atrium-on-accent)" />
      </svg>
      <span className={styles.name}>{t("productName")}</span>
    </span>
  );
}
