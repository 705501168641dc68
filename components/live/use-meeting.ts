import { useCallback, useSyncExternalStore } from "react";
import type { DeviceTrouble, Meeting, MeetingState } from "./meeting-connection.ts";

/** How the connection is. */
export function useMeetingState(meeting: Meeting): MeetingState {
  return useSyncExternalStore(meeting.subscribe, meeting.state, meeting.state);
}

/** What happened last to the person's own devices. */
export function useDeviceTrouble(meeting: Meeting): DeviceTrouble | null {
  const trouble = useCallback(() => meeting.trouble(), [meeting]);
  return useSyncExternalStore(meeting.subscribe, trouble, trouble);
}
