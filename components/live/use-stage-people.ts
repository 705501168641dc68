import {
  type TrackReference,
  type TrackReferenceOrPlaceholder,
  useParticipants,
  useTracks,
} from "@livekit/components-react";
import { type Participant, Track } from "livekit-client";

export type StagePeople = {
  /** By when they came, oneself last. */
  readonly people: readonly Participant[];
  /** One for each of them. */
  readonly cameras: readonly TrackReferenceOrPlaceholder[];
  /** The screen that was shared last. */
  readonly screen: TrackReference | undefined;
};

/** Who and what is on the stage, in an order in which nobody moves when somebody else comes. */
export function useStagePeople(): StagePeople {
  const people = [...useParticipants()].sort(byComing);
  const cameras = useTracks([Track.Source.Camera], { onlySubscribed: false });
  const screens = useTracks([Track.Source.ScreenShare], { onlySubscribed: false });
  return {
    people,
    cameras: people.map(
      (participant) =>
        cameras.find((camera) => camera.participant === participant) ?? {
          participant,
          source: Track.Source.Camera,
        },
    ),
    screen: screens.at(-1),
  };
}

function byComing(one: Participant, other: Participant): number {
  if (one.isLocal !== other.isLocal) return one.isLocal ? 1 : -1;
  const earlier = (one.joinedAt?.getTime() ?? 0) - (other.joinedAt?.getTime() ?? 0);
  return earlier || one.identity.localeCompare(other.identity);
}
