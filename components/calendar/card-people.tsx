"use client";

import { useTranslations } from "next-intl";
import { Initials } from "#components/ui/initials";
import type { AttendeeView, EventView } from "#lib/calendar/schema";
import styles from "./card-people.module.css";

type Props = { readonly event: EventView; readonly personId: string };

/** Who is invited, as what, and what they answered. */
export function CardPeople({ event, personId }: Props) {
  const t = useTranslations("meetings.card");
  const { organizer, attendees } = event;
  const named = (name: string, isSelf: boolean) => (isSelf ? t("you", { name }) : name);
  return (
    <section aria-labelledby="meeting-people">
      <h3 id="meeting-people" className={styles.heading}>
        {t("people")}
      </h3>
      <ul className={styles.list}>
        <li className={styles.person}>
          <Initials id={organizer.personId} name={organizer.name} size="32px" />
          <span className={styles.name}>{named(organizer.name, organizer.personId === personId)}</span>
          <span className={styles.note}>{t("roles.organizer")}</span>
        </li>
        {attendees.map((attendee) => (
          <li key={keyOf(attendee)} className={styles.person}>
            <Initials id={keyOf(attendee)} name={nameOf(attendee)} size="32px" />
            <span className={styles.name}>{named(nameOf(attendee), keyOf(attendee) === personId)}</span>
            <span className={styles.note}>
              {attendee.role === "MODERATOR" ? <span>{t("roles.MODERATOR")}</span> : null}
              <span>{t(`responses.${attendee.response}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function keyOf(attendee: AttendeeView): string {
  return attendee.kind === "person" ? attendee.personId : attendee.email;
}

function nameOf(attendee: AttendeeView): string {
  return attendee.kind === "person" ? attendee.name : (attendee.name ?? attendee.email);
}
