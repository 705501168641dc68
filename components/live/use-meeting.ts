import { useSyncExternalStore } from "react";
import type { DeviceTrouble, Meeting, MeetingState } from "./meeting-connection.ts";
import type { OwnDevice } from "./own-media.ts";

/** How the connection is. */
export function useMeetingState(meeting: Meeting): MeetingState {
  return useSyncExternalStore(meeting.subscribe, meeting.state, meeting.state);
}

/** What happened last to the person's own devices. */
export function useDeviceTrouble(meeting: Meeting): DeviceTrouble | null {
  return useSyncExternalStore(meeting.subscribe, meeting.trouble, meeting.trouble);
}

/** What is about to be sent, and counts as on. */
export function usePublishing(meeting: Meeting): readonly OwnDevice[] {
  return useSyncExternalStore(meeting.subscribe, meeting.publishing, meeting.publishing);
}
