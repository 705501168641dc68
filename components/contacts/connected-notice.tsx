import { IconCircleCheck, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./connected-notice.module.css";
import { contactsAddress } from "./contacts-address.ts";

/** Says with whom one is connected now, after the link of a mail. RFC-25, GAP-045 */
export function ConnectedNotice({ name }: { readonly name: string }) {
  const t = useTranslations("contacts.notice");
  return (
    <div role="status" className={styles.notice}>
      <IconCircleCheck size={20} stroke={1.5} aria-hidden />
      <span className={styles.text}>{t("connected", { name })}</span>
      <Link
        href={contactsAddress({ tab: "connected" })}
        aria-label={t("dismiss")}
        className={styles.dismiss}
        replace
      >
        <IconX size={18} stroke={1.5} aria-hidden />
      </Link>
    </div>
  );
}
