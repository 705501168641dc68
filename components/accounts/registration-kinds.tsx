import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./registration-kinds.module.css";

const kinds = [
  { kind: "personal", href: "/register" },
  { kind: "organization", href: "/register/organization" },
] as const;

/** The two kinds of account as links, each with its own address. GAP-001 */
export function RegistrationKinds({ current }: { readonly current: "personal" | "organization" }) {
  const t = useTranslations("registration");
  return (
    <nav className={styles.kinds} aria-label={t("kinds")}>
      {kinds.map(({ kind, href }) => (
        <Link
          key={kind}
          href={href}
          className={styles.kind}
          aria-current={kind === current ? "page" : undefined}
          prefetch={false}
        >
          {t(kind)}
        </Link>
      ))}
    </nav>
  );
}
