"use client";

import { useEffect, useState } from "react";
import { CallProblem, call } from "#lib/door/call";
import { suggestMemberUsername } from "#lib/organizations/members/endpoints";

/** Waits until somebody stops typing before the server is asked. */
const pauseMs = 250;

/** The free user name for two names, as soon as both are there; empty before. GAP-023 */
export function useSuggestedUsername(firstName: string, lastName: string): string {
  const [suggestion, setSuggestion] = useState("");
  useEffect(() => {
    setSuggestion("");
    if (firstName === "" || lastName === "") return;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { username } = await call(
          suggestMemberUsername,
          { firstName, lastName },
          { signal: asking.signal },
        );
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
  }, [firstName, lastName]);
  return suggestion;
}
