"use client";

import { useEffect, useState } from "react";
import { CallProblem } from "#lib/door/call";

/** Waits until somebody stops typing before the server is asked. */
const pauseMs = 250;

/** Asks the server for a free user name; does not change from one rendering to the next. */
type Suggest = (names: Names, signal: AbortSignal) => Promise<{ readonly username: string }>;

type Names = { readonly firstName: string; readonly lastName: string };

/** The free user name for two names, as soon as both are there; empty before. GAP-023 */
export function useSuggestedUsername(suggest: Suggest, { firstName, lastName }: Names): string {
  const [suggestion, setSuggestion] = useState("");
  useEffect(() => {
    setSuggestion("");
    if (firstName === "" || lastName === "") return;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { username } = await suggest({ firstName, lastName }, asking.signal);
        setSuggestion(username);
      } catch (error) {
        // A suggestion that does not come is none; the server makes the name when the account is created.
        if (!asking.signal.aborted && !(error instanceof CallProblem)) throw error;
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [suggest, firstName, lastName]);
  return suggestion;
}
