"use client";

import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import styles from "./notices.module.css";
import type { Notice } from "./use-notices.ts";

type Props = { readonly notices: readonly Notice[]; readonly onDismiss: (id: number) => void };

/** Who came and went, quietly, and what went wrong, with its cure. */
export function Notices({ notices, onDismiss }: Props) {
  const t = useTranslations("stage");
  return (
    <div className={styles.notices}>
      {(["news", "trouble"] as const).map((kind) => (
        <div key={kind} role={kind === "news" ? "status" : "alert"} className={styles.list}>
          {notices
            .filter((notice) => notice.kind === kind)
            .map(({ id, text }) => (
              <div key={id} className={styles.notice} data-kind={kind}>
                <span className={styles.text}>{text}</span>
                {kind === "trouble" ? (
                  <button
                    type="button"
                    className={styles.close}
                    aria-label={t("dismiss")}
                    onClick={() => onDismiss(id)}
                  >
                    <IconX size={18} stroke={1.5} aria-hidden />
                  </button>
                ) : null}
              </div>
            ))}
        </div>
      ))}
    </div>
  );
}
