"use client";

import { useCallback, useEffect, useState } from "react";
import { listOccurrences } from "#lib/calendar/endpoints";
import type { EventWindow, OccurrenceView } from "#lib/calendar/schema";
import { CallProblem, call } from "#lib/door/call";

/** What the page brought along: fresh with every rendering of the page. */
export type ServedOccurrences = EventWindow & { readonly occurrences: readonly OccurrenceView[] };

export type Occurrences = {
  /** Null while nothing of this window is there yet. */
  readonly occurrences: readonly OccurrenceView[] | null;
  readonly hasFailed: boolean;
  readonly retry: () => void;
};

type Loaded = EventWindow & { readonly occurrences: readonly OccurrenceView[] };

/**
 * The occurrences of a window: those that the page brought if it is the same, else asked for; asked for anew whenever
 * the page was rendered anew, so that a change shows by itself. MTG-15
 */
export function useOccurrences(window: EventWindow, served: ServedOccurrences | null): Occurrences {
  const { from, to } = window;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failedFor, setFailedFor] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isServed = served !== null && isWindow(served, window);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another rendering of the page and another try are reasons to ask again
  useEffect(() => {
    if (isServed) return;
    const controller = new AbortController();
    call(listOccurrences, { from, to }, { signal: controller.signal })
      .then((occurrences) => {
        setLoaded({ from, to, occurrences });
        setFailedFor(null);
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        if (!(error instanceof CallProblem)) throw error;
        setFailedFor(from + to);
      });
    return () => controller.abort();
  }, [from, to, isServed, served, attempt]);

  const retry = useCallback(() => {
    setFailedFor(null);
    setAttempt((before) => before + 1);
  }, []);
  const found = isServed ? served : loaded && isWindow(loaded, window) ? loaded : null;
  return { occurrences: found?.occurrences ?? null, hasFailed: !isServed && failedFor === from + to, retry };
}

function isWindow(one: EventWindow, other: EventWindow): boolean {
  return one.from === other.from && one.to === other.to;
}
