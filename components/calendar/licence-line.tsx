"use client";

import { ActionIcon, Popover, Text } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { LicenceView } from "#lib/licences/schema";
import { addDays, formatTime, localDateOf } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import styles from "./licence-line.module.css";
import { dayName } from "./wording.ts";

type Props = { readonly licence: LicenceView; readonly servedAt: string };

/** What the person's PRO licence is, directly below the name. PRO-06, PRO-08..10, PRO-14 */
export function LicenceLine({ licence, servedAt }: Props) {
  const t = useTranslations("meetings.licence");
  const when = useWhen(licence.validUntil, servedAt);
  if (licence.kind === "none") return <p className={styles.missing}>{t("none")}</p>;
  if (licence.kind === "expired") return <p className={styles.missing}>{t("expired", { when })}</p>;
  const isPermanent = licence.kind === "permanent";
  return (
    <p className={styles.line}>
      {isPermanent ? t("permanent") : t("temporary", { when })}
      <Popover width={320} position="bottom-start" shadow="md" withArrow>
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={t("help")}>
            <IconHelpCircle size={18} stroke={1.5} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <Text size="sm">{isPermanent ? t("helpPermanent") : t("helpTemporary")}</Text>
        </Popover.Dropdown>
      </Popover>
    </p>
  );
}

function useWhen(instant: string | null, servedAt: string): string {
  const t = useTranslations("meetings.licence");
  const reader = useReader();
  if (instant === null) return "";
  const at = new Date(instant);
  const time = formatTime(at, reader);
  const today = localDateOf(new Date(servedAt), reader.timeZone);
  const date = localDateOf(at, reader.timeZone);
  if (date === today) return t("today", { time });
  if (date === addDays(today, 1)) return t("tomorrow", { time });
  return t("onDay", { date: dayName(date, { ...reader, today }), time });
}
