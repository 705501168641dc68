"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar";
import type { AttendeeView } from "#lib/calendar/schema";
import type { RoomParticipant } from "#lib/conferences/rooms/schema";
import styles from "./card-people.module.css";

/** Somebody on the list; only meetings are answered. */
type Invited = RoomParticipant & { readonly response?: AttendeeView["response"] };

type Props = {
  readonly owner: { readonly personId: string; readonly name: string; readonly avatarId: string | null };
  /** What the owner is called. */
  readonly ownerRole: string;
  readonly people: readonly Invited[];
  /** The reader. */
  readonly personId: string;
};

/** Who is invited, as what, and what they answered. */
export function CardPeople({ owner, ownerRole, people, personId }: Props) {
  const t = useTranslations("meetings.card");
  const named = (name: string, isSelf: boolean) => (isSelf ? t("you", { name }) : name);
  return (
    <section aria-labelledby="meeting-people">
      <h3 id="meeting-people" className={styles.heading}>
        {t("people")}
      </h3>
      <ul className={styles.list}>
        <li className={styles.person}>
          <Avatar id={owner.personId} name={owner.name} avatarId={owner.avatarId} size="32px" />
          <span className={styles.name}>{named(owner.name, owner.personId === personId)}</span>
          <span className={styles.note}>{ownerRole}</span>
        </li>
        {people.map((attendee) => (
          <li key={keyOf(attendee)} className={styles.person}>
            <Avatar
              id={keyOf(attendee)}
              name={nameOf(attendee)}
              avatarId={attendee.kind === "person" ? attendee.avatarId : null}
              size="32px"
            />
            <span className={styles.name}>{named(nameOf(attendee), keyOf(attendee) === personId)}</span>
            <span className={styles.note}>
              {attendee.role === "MODERATOR" ? <span>{t("roles.MODERATOR")}</span> : null}
              {attendee.response ? <span>{t(`responses.${attendee.response}`)}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function keyOf(attendee: Invited): string {
  return attendee.kind === "person" ? attendee.personId : attendee.email;
}

function nameOf(attendee: Invited): string {
  return attendee.kind === "person" ? attendee.name : (attendee.name ?? attendee.email);
}
