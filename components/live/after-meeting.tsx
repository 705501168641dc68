"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./conference-page.module.css";
import type { Ending } from "./ending.ts";

type Props = {
  readonly ending: Ending;
  /** Of the meeting. */
  readonly title: string;
  readonly backHref: string;
  readonly header: ReactNode;
  readonly onRejoin: () => void;
};

const mayRejoin: readonly Ending[] = ["left", "elsewhere", "lost"];

/** Says how it ended and gives the ways on. */
export function AfterMeeting({ ending, title, backHref, header, onRejoin }: Props) {
  const t = useTranslations("stage.after");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const canRejoin = mayRejoin.includes(ending);
  return (
    <div className={styles.page}>
      {header}
      <main className={styles.content}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t(`${ending}.title`)}
        </h1>
        <p className={styles.text}>{t(`${ending}.text`, { title })}</p>
        <div className={styles.actions}>
          {canRejoin ? (
            <button type="button" className={styles.action} onClick={onRejoin}>
              {t(ending === "elsewhere" ? "continueHere" : "rejoin")}
            </button>
          ) : null}
          <Link href={backHref} className={canRejoin ? styles.other : styles.action}>
            {t("back")}
          </Link>
        </div>
      </main>
    </div>
  );
}
