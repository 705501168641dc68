"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { RealtimeSettings } from "#lib/adapters/realtime/browser";
import type { JoinView } from "#lib/live/schema";
import { assertNever } from "#lib/shared/errors";
import { AfterMeeting } from "./after-meeting.tsx";
import { JoinScreen, type SignedInJoiner } from "./join-screen.tsx";
import { ReturningScreen } from "./returning-screen.tsx";
import { useConference } from "./use-conference.ts";
import { useHints } from "./use-hints.ts";

type Props = {
  readonly view: JoinView;
  /** When it is, as a sentence in the reader's zone; null for rooms. */
  readonly when: string | null;
  /** Null for a guest. */
  readonly person: SignedInJoiner | null;
  readonly realtime: RealtimeSettings;
  readonly header: ReactNode;
  /** What stands in place of the join page while the entrance is refused. */
  readonly children?: ReactNode;
};

/** One conference in the browser: the door, the meeting behind it, and what comes after. */
export function Conference({ view, when, person, realtime, header, children }: Props) {
  const router = useRouter();
  const { phase, isJoining, problem, join, rejoin } = useConference({ view, person });
  const [latest, setLatest] = useState<JoinView | null>(null);

  const handleHint = async () => {
    // A page that the server renders anew would be lost with the meeting in it when the portal does not answer.
    if (phase.kind !== "inside") return router.refresh();
    const read = await phase.parts.readEntrance(view.number);
    if (read) setLatest(read);
  };
  useHints({ person, settings: realtime, onHint: handleHint });

  switch (phase.kind) {
    case "inside": {
      const { Stage } = phase.parts;
      return <Stage meeting={phase.meeting} view={latest ?? view} me={phase.me} onChanged={handleHint} />;
    }
    case "over":
      return (
        <AfterMeeting
          ending={phase.ending}
          title={view.title}
          backHref={person ? "/home" : "/"}
          header={header}
          onRejoin={rejoin}
        />
      );
    case "returning":
      return <ReturningScreen />;
    case "starting":
    case "door":
      return (
        children ?? (
          <JoinScreen
            view={view}
            when={when}
            person={person}
            isReady={phase.kind === "door"}
            isJoining={isJoining}
            problem={problem}
            onJoin={(request, preview) => join(request, preview.handOver)}
            header={header}
          />
        )
      );
    default:
      return assertNever(phase);
  }
}
