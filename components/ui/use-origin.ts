import { useSyncExternalStore } from "react";

/** The address that the portal was opened under; empty on the server. */
export function useOrigin(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => window.location.origin,
    () => "",
  );
}
