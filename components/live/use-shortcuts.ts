import { useEffect, useRef } from "react";

/** The keys of the control bar, without a modifier. */
export const shortcutKeys = { microphone: "M", camera: "V", screen: "S", people: "P" } as const;

export type Shortcut = keyof typeof shortcutKeys;

/** Runs what belongs to a key, wherever the focus is, but not while somebody types or a question is open. */
export function useShortcuts(actions: Readonly<Record<Shortcut, () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (!shortcut || isOccupied(event.target)) return;
      event.preventDefault();
      latest.current[shortcut]();
    };
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);
}

function shortcutOf({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): Shortcut | undefined {
  if (ctrlKey || metaKey || altKey || repeat) return undefined;
  const all: readonly Shortcut[] = ["microphone", "camera", "screen", "people"];
  return all.find((shortcut) => shortcutKeys[shortcut] === key.toUpperCase());
}

function isOccupied(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [role=menu], dialog") !== null;
}
