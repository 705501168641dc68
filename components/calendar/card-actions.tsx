"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp, IconPencil, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { EventView } from "#lib/calendar/schema";
import styles from "./card-actions.module.css";
import type { ShownOccurrence } from "./shown-occurrence.ts";
import { useCancelling } from "./use-cancelling.tsx";
import { useEditing } from "./use-editing.ts";

const icon = { size: 18, stroke: 1.5 } as const;

type Props = { readonly event: EventView; readonly occurrence: ShownOccurrence; readonly isOver: boolean };

/** What the reader may do with the meeting; the buttons follow what the server permits. GAP-091, GAP-097 */
export function CardActions({ event, occurrence, isOver }: Props) {
  const t = useTranslations("meetings.card");
  const edit = useEditing();
  const { cancel, restore, isWorking } = useCancelling(event, occurrence);
  const { permits, rule } = event;
  const at = rule && !occurrence.isCancelled ? occurrence.originalLocalStart : null;
  if (!permits.edit && !permits.cancel) return null;
  if (isOver && !rule) return null;
  return (
    <div className={styles.actions}>
      {permits.edit && occurrence.isCancelled ? (
        <Button
          variant="default"
          loading={isWorking}
          leftSection={<IconArrowBackUp {...icon} />}
          onClick={restore}
        >
          {t("restore")}
        </Button>
      ) : null}
      {permits.edit ? (
        <Button
          variant="default"
          leftSection={<IconPencil {...icon} />}
          onClick={() => edit({ eventId: event.id, at })}
        >
          {t("edit")}
        </Button>
      ) : null}
      {permits.cancel ? (
        <Button
          variant="subtle"
          color="coral"
          loading={isWorking}
          leftSection={<IconX {...icon} />}
          onClick={cancel}
        >
          {t("cancel")}
        </Button>
      ) : null}
    </div>
  );
}
