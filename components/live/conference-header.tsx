import Link from "next/link";
import { useTranslations } from "next-intl";
import { Sign } from "#components/shell/sign";
import styles from "./conference-page.module.css";

/** The name sign above the pages of a conference, the way back to the portal. */
export function ConferenceHeader({ href }: { readonly href: string }) {
  const t = useTranslations("stage.after");
  return (
    <header className={styles.header}>
      <Link href={href} className={styles.home} aria-label={t("back")}>
        <Sign />
      </Link>
    </header>
  );
}
