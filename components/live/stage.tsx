"use client";

import { RoomAudioRenderer, RoomContext } from "@livekit/components-react";
import { IconLock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { JoinView } from "#lib/live/schema";
import { ConnectionNote } from "./connection-note.tsx";
import { ControlBar } from "./control-bar.tsx";
import type { Joiner } from "./join-screen.tsx";
import { MeetingClock } from "./meeting-clock.tsx";
import type { Meeting } from "./meeting-connection.ts";
import { Notices } from "./notices.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { SharedScreen } from "./shared-screen.tsx";
import styles from "./stage.module.css";
import { StartSound } from "./start-sound.tsx";
import { Tiles } from "./tiles.tsx";
import { useComings } from "./use-comings.ts";
import { useDeviceTrouble, useMeetingState } from "./use-meeting.ts";
import { useModeration } from "./use-moderation.ts";
import { type Tell, useNotices } from "./use-notices.ts";
import { useOwnSwitches } from "./use-own-switches.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useStagePeople } from "./use-stage-people.ts";

type Props = {
  readonly meeting: Meeting;
  readonly view: JoinView;
  readonly me: Joiner;
  /** Something about the conference was changed from here. */
  readonly onChanged: () => void;
};

/** The meeting itself: people, what they share, and one bar of controls. */
export function Stage(props: Props) {
  return (
    <RoomContext.Provider value={props.meeting.room}>
      <StageInRoom {...props} />
      <RoomAudioRenderer />
    </RoomContext.Provider>
  );
}

function StageInRoom({ meeting, view, me, onChanged }: Props) {
  const t = useTranslations("stage");
  const state = useMeetingState(meeting);
  const { notices, tell, dismiss } = useNotices();
  const { people, cameras, screen } = useStagePeople();
  const switches = useOwnSwitches(meeting, tell);
  const moderation = useModeration({ number: view.number, tell, onChanged });
  const [isPeopleOpen, setPeopleOpen] = useState(false);
  const canModerate = meeting.admission.role === "OWNER" || meeting.admission.role === "MODERATOR";
  const togglePeople = () => setPeopleOpen((isOpen) => !isOpen);
  useComings(tell);
  useTroubles(meeting, tell);
  useShortcuts({
    microphone: () => switches.toggle("microphone"),
    camera: () => switches.toggle("camera"),
    screen: () => switches.canShareScreen && switches.toggleScreen(),
    people: togglePeople,
  });
  return (
    <div className={styles.stage} data-dark>
      <ConnectionNote kind={state.kind} />
      <header className={styles.header}>
        <h1 className={styles.title}>{view.title}</h1>
        {view.isLocked ? (
          <span className={styles.locked}>
            <IconLock size={16} stroke={1.75} aria-hidden />
            {t("locked")}
          </span>
        ) : null}
        <MeetingClock people={people} />
      </header>
      <div className={styles.middle}>
        <main className={styles.main} aria-label={t("stage")}>
          {screen ? (
            <SharedScreen screen={screen} cameras={cameras} me={me} onStop={switches.toggleScreen} />
          ) : (
            <Tiles cameras={cameras} me={me} onShowPeople={() => setPeopleOpen(true)} />
          )}
          {people.length < 2 && state.kind === "connected" ? (
            <p className={styles.alone}>{t("alone")}</p>
          ) : null}
        </main>
        {isPeopleOpen ? (
          <PeoplePanel
            people={people}
            me={me}
            canModerate={canModerate}
            isLocked={view.isLocked}
            conference={view}
            onRemove={moderation.remove}
            onLock={moderation.setLocked}
            onClose={togglePeople}
          />
        ) : null}
      </div>
      <footer>
        <ControlBar
          switches={switches}
          peopleCount={people.length}
          isPeopleOpen={isPeopleOpen}
          canModerate={canModerate}
          tell={tell}
          onPeople={togglePeople}
          onLeave={meeting.leave}
          onEnd={moderation.end}
        />
      </footer>
      <Notices notices={notices} onDismiss={dismiss} />
      <StartSound />
    </div>
  );
}

function useTroubles(meeting: Meeting, tell: Tell): void {
  const t = useTranslations("stage");
  const trouble = useDeviceTrouble(meeting);
  useEffect(() => {
    if (trouble) tell(t(`mediaProblems.${trouble.problem}.${trouble.device}`), "trouble");
  }, [t, tell, trouble]);
}
