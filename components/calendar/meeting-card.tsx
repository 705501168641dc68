"use client";

import { Button } from "@mantine/core";
import { IconVideo } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ruleSentence } from "#lib/calendar/rule-sentence";
import type { EventView } from "#lib/calendar/schema";
import { formatWhen } from "#lib/shared/time";
import { ConferenceControls } from "../conferences/conference-controls.tsx";
import { useClock } from "../ui/use-clock.ts";
import { useReader } from "../ui/use-reader.ts";
import { CardActions } from "./card-actions.tsx";
import { CardFacts } from "./card-facts.tsx";
import { CardPeople } from "./card-people.tsx";
import { CardState } from "./card-state.tsx";
import { type ExportLinks, ExportMenu } from "./export-menu.tsx";
import { InvitationButton } from "./invitation-button.tsx";
import styles from "./meeting-card.module.css";
import { occurrenceState } from "./occurrence-state.ts";
import type { ShownOccurrence } from "./shown-occurrence.ts";
import { isSameClock } from "./wording.ts";

export type CardProps = {
  readonly event: EventView;
  readonly occurrence: ShownOccurrence;
  /** People inside at this moment. */
  readonly insideCount: number;
  /** Whether a session is open, with somebody inside or about to be. */
  readonly isRunning: boolean;
  readonly links: ExportLinks;
  readonly personId: string;
  readonly servedAt: string;
};

/** Everything about a meeting that this person may know, and what may be done with it. CNF-01..13, GAP-091 */
export function MeetingCard(props: CardProps) {
  const { event, occurrence, insideCount, isRunning, links, personId, servedAt } = props;
  const t = useTranslations("meetings");
  const now = useClock(servedAt);
  const state = occurrenceState(occurrence, now);
  const mayJoin = state.kind === "running" || state.kind === "ahead" || insideCount > 0;
  return (
    <article className={styles.card} aria-labelledby="meeting-title">
      <header className={styles.head}>
        <h2 id="meeting-title" className={styles.title}>
          {occurrence.title}
        </h2>
        <When event={event} occurrence={occurrence} />
        <CardState event={event} occurrence={occurrence} state={state} insideCount={insideCount} />
      </header>
      {mayJoin && !occurrence.isCancelled ? (
        <Button
          component="a"
          href={event.conference.path}
          size="md"
          fullWidth
          leftSection={<IconVideo size={20} stroke={1.5} />}
        >
          {t("join")}
        </Button>
      ) : null}
      {occurrence.description ? <p className={styles.description}>{occurrence.description}</p> : null}
      <CardFacts
        conference={event.conference}
        ownerName={event.organizer.name}
        invitedCount={event.attendees.length}
        location={occurrence.location}
      />
      {event.conference.isRecordingPlanned ? <p className={styles.hint}>{t("card.recording")}</p> : null}
      <div className={styles.buttons}>
        <InvitationButton event={event} occurrence={occurrence} />
        {event.isCancelled ? null : <ExportMenu links={links} />}
      </div>
      {isRunning && event.myRole !== "attendee" ? (
        <ConferenceControls
          conference={{ ...event.conference, title: event.title }}
          insideCount={insideCount}
        />
      ) : null}
      <CardPeople
        owner={event.organizer}
        ownerRole={t("card.roles.organizer")}
        people={event.attendees}
        personId={personId}
      />
      <CardActions event={event} occurrence={occurrence} isOver={state.kind === "ended"} />
    </article>
  );
}

function When({ event, occurrence }: Pick<CardProps, "event" | "occurrence">) {
  const t = useTranslations("meetings.card");
  const texts = useTranslations("calendar");
  const reader = useReader();
  const period = { start: new Date(occurrence.start), end: new Date(occurrence.end) };
  const { rule, localStart, timeZone } = event;
  return (
    <div className={styles.when}>
      <p>{formatWhen(period, reader)}</p>
      {isSameClock(period, { one: timeZone, other: reader.timeZone }) ? null : (
        <p className={styles.quiet}>
          {t("organizersTime", { when: formatWhen(period, { ...reader, timeZone }) })}
        </p>
      )}
      {rule ? (
        <p className={styles.quiet}>{ruleSentence({ rule, localStart }, { locale: reader.locale, texts })}</p>
      ) : null}
    </div>
  );
}
