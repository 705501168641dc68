"use client";

import { IconDoorExit, IconPhoneOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { FloatingMenu, FloatingMenuItem } from "#components/ui/floating-menu";
import styles from "./control-bar.module.css";

type Props = {
  readonly canModerate: boolean;
  readonly peopleCount: number;
  readonly onLeave: () => void;
  readonly onEnd: () => void;
};

/** The way out; owner and moderators are asked whether for themselves or for everybody. GAP-091 */
export function LeaveButton({ canModerate, peopleCount, onLeave, onEnd }: Props) {
  const t = useTranslations("stage");
  const [isAsking, setAsking] = useState(false);
  const icon = <IconPhoneOff size={22} stroke={1.5} aria-hidden />;
  if (!canModerate) {
    return (
      <button type="button" className={styles.leave} onClick={onLeave}>
        {icon}
        <span className={styles.hint}>{t("leave")}</span>
      </button>
    );
  }
  return (
    <>
      <FloatingMenu
        name={t("leave")}
        button={
          <>
            {icon}
            <span className={styles.hint} aria-hidden>
              {t("leave")}
            </span>
          </>
        }
        buttonClassName={styles.leave}
      >
        <FloatingMenuItem icon={<IconDoorExit size={20} stroke={1.5} aria-hidden />} onSelect={onLeave}>
          {t("leaveAlone")}
        </FloatingMenuItem>
        <FloatingMenuItem
          icon={<IconPhoneOff size={20} stroke={1.5} aria-hidden />}
          isDangerous
          onSelect={() => setAsking(true)}
        >
          {t("endForAll")}
        </FloatingMenuItem>
      </FloatingMenu>
      {isAsking ? (
        <ConfirmDialog
          title={t("endTitle")}
          text={t("endText", { others: Math.max(0, peopleCount - 1) })}
          confirm={t("endConfirm")}
          keep={t("endKeep")}
          onConfirm={onEnd}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
