"use client";

import { useIsMuted } from "@livekit/components-react";
import {
  IconLock,
  IconLockOpen,
  IconMicrophone,
  IconMicrophoneOff,
  IconUserMinus,
  IconX,
} from "@tabler/icons-react";
import { type Participant, Track } from "livekit-client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { Initials } from "#components/ui/initials";
import type { JoinView } from "#lib/live/schema";
import { InvitePeople } from "./invite-people.tsx";
import type { Joiner } from "./join-screen.tsx";
import styles from "./people-panel.module.css";
import { roleOf } from "./role.ts";

type Props = {
  readonly people: readonly Participant[];
  readonly me: Joiner;
  readonly canModerate: boolean;
  readonly isLocked: boolean;
  readonly conference: Pick<JoinView, "number" | "kind">;
  readonly onRemove: (identity: string) => void;
  readonly onLock: (isLocked: boolean) => void;
  readonly onClose: () => void;
};

/** Who is in the meeting, and what owner and moderators may do about it. */
export function PeoplePanel(props: Props) {
  const { people, me, canModerate, isLocked, conference, onRemove, onLock, onClose } = props;
  const t = useTranslations("stage");
  const [removing, setRemoving] = useState<Participant | null>(null);
  return (
    <aside className={styles.panel} aria-label={t("peopleTitle")}>
      <header className={styles.header}>
        <h2 className={styles.title}>{t("people", { count: people.length })}</h2>
        <button type="button" className={styles.icon} aria-label={t("closePeople")} onClick={onClose}>
          <IconX size={20} stroke={1.5} aria-hidden />
        </button>
      </header>
      {canModerate ? <Lock isLocked={isLocked} onLock={onLock} /> : null}
      <InvitePeople number={conference.number} canCallIn={canModerate && conference.kind === "AD_HOC"} />
      <ul className={styles.list}>
        {people.map((person) => (
          <Person
            key={person.isLocal ? "local" : person.identity}
            person={person}
            me={me}
            onRemove={canModerate && canBeRemoved(person) ? () => setRemoving(person) : undefined}
          />
        ))}
      </ul>
      {removing ? (
        <ConfirmDialog
          title={t("removeTitle", { name: nameOf(removing) })}
          text={t("removeText")}
          confirm={t("removeConfirm")}
          keep={t("removeKeep")}
          onConfirm={() => onRemove(removing.identity)}
          onClose={() => setRemoving(null)}
        />
      ) : null}
    </aside>
  );
}

/** The owner stays, and nobody removes themselves. */
function canBeRemoved(person: Participant): boolean {
  return !person.isLocal && roleOf(person) !== "OWNER";
}

function nameOf({ name, identity }: Participant): string {
  return name || identity;
}

/** GAP-092 */
function Lock({ isLocked, onLock }: Pick<Props, "isLocked" | "onLock">) {
  const t = useTranslations("stage");
  const Icon = isLocked ? IconLock : IconLockOpen;
  return (
    <div className={styles.lock}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <span className={styles.lockText}>{t(isLocked ? "lockedText" : "openText")}</span>
      <button type="button" className={styles.button} onClick={() => onLock(!isLocked)}>
        {t(isLocked ? "unlock" : "lock")}
      </button>
    </div>
  );
}

type PersonProps = {
  readonly person: Participant;
  readonly me: Joiner;
  readonly onRemove: (() => void) | undefined;
};

function Person({ person, me, onRemove }: PersonProps) {
  const t = useTranslations("stage");
  const isMuted = useIsMuted({ participant: person, source: Track.Source.Microphone });
  const name = person.isLocal ? me.name : nameOf(person);
  const role = roleOf(person);
  const Icon = isMuted ? IconMicrophoneOff : IconMicrophone;
  return (
    <li className={styles.person}>
      <Initials id={person.isLocal ? me.id : person.identity} name={name} />
      <div className={styles.words}>
        <div className={styles.name}>{person.isLocal ? t("you", { name }) : name}</div>
        {role ? <div className={styles.role}>{t(`roles.${role}`)}</div> : null}
      </div>
      <Icon
        size={20}
        stroke={1.5}
        className={styles.microphone}
        data-muted={isMuted || undefined}
        role="img"
        aria-label={t(isMuted ? "microphoneIsOff" : "microphoneIsOn")}
      />
      {onRemove ? (
        <button type="button" className={styles.icon} aria-label={t("remove", { name })} onClick={onRemove}>
          <IconUserMinus size={20} stroke={1.5} aria-hidden />
        </button>
      ) : null}
    </li>
  );
}
