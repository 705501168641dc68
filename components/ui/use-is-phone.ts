import { useSyncExternalStore } from "react";

const narrow = "(width <= 640px)";

/** Whether the window is as narrow as a phone; null until the browser has said so. */
export function useIsPhone(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    subscribe,
    () => window.matchMedia(narrow).matches,
    () => null,
  );
}

function subscribe(onChange: () => void) {
  const query = window.matchMedia(narrow);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
