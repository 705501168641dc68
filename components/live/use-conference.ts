import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { JoinView } from "#lib/live/schema";
import type { Refusal } from "./admission.ts";
import type { Ending } from "./ending.ts";
import type { Joiner, JoinProblem, JoinRequest } from "./join-screen.tsx";
import { loadMeeting, type MeetingParts, preloadMeeting } from "./load-meeting.ts";
import { loadMediaChoice } from "./media-choice.ts";
import type { Meeting } from "./meeting-connection.ts";
import { forgetMeeting, type MeetingMemory, recallMeeting, rememberMeeting } from "./meeting-memory.ts";
import { captureOwnMedia, type OwnMedia } from "./own-media.ts";

/** Where the person is. `starting`: the page does not know yet whether it comes back from a reload. */
export type Phase =
  | { readonly kind: "starting" }
  | { readonly kind: "door" }
  | { readonly kind: "returning" }
  | { readonly kind: "inside"; readonly meeting: Meeting; readonly parts: MeetingParts; readonly me: Joiner }
  | { readonly kind: "over"; readonly ending: Ending };

type Asked = { readonly view: JoinView; readonly person: Joiner | null };

/** How often the tab notes that it is inside. */
const rememberEveryMs = 10_000;

/** The way of one person through the door, into the meeting and out again. */
export function useConference({ view, person }: Asked) {
  const router = useRouter();
  const [phase, setPhase] = useState<Phase>({ kind: "starting" });
  const [isJoining, setJoining] = useState(false);
  const [problem, setProblem] = useState<JoinProblem | null>(null);
  const memory = useRef<MeetingMemory>({ number: view.number });
  const problemOf = useProblemOf();

  const shutOut = useCallback(
    (refusal: Refusal) => {
      const found = problemOf(refusal);
      forgetMeeting();
      setProblem(found);
      setPhase({ kind: "door" });
      // The page says whatever is no matter of PIN or name better than one line can.
      if (!found.field) router.refresh();
    },
    [problemOf, router],
  );
  const enter = useCallback(
    async (entry: MeetingMemory, takeMedia: () => Promise<OwnMedia>) => {
      memory.current = entry;
      setJoining(true);
      setProblem(null);
      const parts = await loadMeeting();
      const answer = await parts.askAdmission(entry);
      setJoining(false);
      if (answer.kind !== "admitted") return shutOut(answer.refusal);
      const { admission } = answer;
      const meeting = parts.enterMeeting({ memory: entry, admission, media: takeMedia() });
      const me = { id: admission.identity, name: person?.name ?? entry.name ?? "" };
      setPhase({ kind: "inside", meeting, parts, me });
    },
    [person, shutOut],
  );
  const isAdmitted = view.entrance.kind === "admitted";
  useArrival({ number: view.number, isAdmitted, setPhase, onReturn: (entry) => enter(entry, captureChosen) });
  useWatch({ phase, memory, setPhase, onRefused: shutOut });

  const join = ({ pin, name }: JoinRequest, takeMedia: () => Promise<OwnMedia>) =>
    void enter({ number: view.number, pin, name }, takeMedia);
  const rejoin = () => {
    setPhase({ kind: "returning" });
    void enter(memory.current, captureChosen);
  };
  return { phase, isJoining, problem, join, rejoin };
}

/** Opens what was on the last time. */
function captureChosen(): Promise<OwnMedia> {
  const choice = loadMediaChoice();
  return captureOwnMedia({ camera: choice.isCameraOn, microphone: choice.isMicrophoneOn, choice });
}

/** A reload leads back into the meeting, everybody else to the door. */
function useArrival(asked: {
  readonly number: string;
  readonly isAdmitted: boolean;
  readonly setPhase: (phase: Phase) => void;
  readonly onReturn: (memory: MeetingMemory) => void;
}): void {
  const latest = useRef(asked);
  const hasArrived = useRef(false);
  useEffect(() => {
    if (hasArrived.current) return;
    hasArrived.current = true;
    const { number, isAdmitted, setPhase, onReturn } = latest.current;
    const memory = isAdmitted ? recallMeeting(number) : null;
    setPhase({ kind: memory ? "returning" : "door" });
    if (memory) onReturn(memory);
    else preloadMeeting();
  }, []);
}

/** Follows the meeting while it lasts, and leaves it when the page goes away. */
function useWatch(asked: {
  readonly phase: Phase;
  readonly memory: { readonly current: MeetingMemory };
  readonly setPhase: (phase: Phase) => void;
  readonly onRefused: (refusal: Refusal) => void;
}): void {
  const { phase, memory, setPhase, onRefused } = asked;
  const meeting = phase.kind === "inside" ? phase.meeting : null;
  useEffect(() => {
    if (!meeting) return;
    const remember = () => rememberMeeting(memory.current);
    const check = () => {
      const state = meeting.state();
      if (state.kind === "refused") onRefused(state.refusal);
      if (state.kind !== "over") return;
      forgetMeeting();
      setPhase({ kind: "over", ending: state.ending });
    };
    remember();
    check();
    const timer = setInterval(remember, rememberEveryMs);
    const unsubscribe = meeting.subscribe(check);
    window.addEventListener("pagehide", remember);
    return () => {
      clearInterval(timer);
      unsubscribe();
      window.removeEventListener("pagehide", remember);
    };
  }, [meeting, memory, setPhase, onRefused]);

  const current = useRef(meeting);
  useEffect(() => {
    current.current = meeting;
  });
  useEffect(
    () => () => {
      if (!current.current) return;
      forgetMeeting();
      current.current.leave();
    },
    [],
  );
}

/** What a refusal says at the door. */
function useProblemOf(): (refusal: Refusal) => JoinProblem {
  const t = useTranslations("stage.join");
  const shell = useTranslations("shell.problem");
  return useCallback(
    ({ reason, values, message, field }) => {
      const seconds = Math.max(1, Math.ceil((Date.parse(String(values.until)) - Date.now()) / 1_000));
      const isPaused = reason === "pinPaused" && Number.isFinite(seconds);
      const said = isPaused ? t("pinPaused", { seconds }) : (message ?? shell("offline"));
      return { field, message: said, isMediaDown: reason === "mediaUnavailable" };
    },
    [t, shell],
  );
}
