"use client";

import { useEffect, useState } from "react";
import { listKnownPeople } from "#lib/contacts/endpoints";
import type { PersonChoice } from "#lib/contacts/people/schema";
import { CallProblem, call } from "#lib/door/call";

const pauseMs = 150;
const mostFound = 8;

type Found = {
  readonly query: string;
  readonly people: readonly PersonChoice[];
  readonly hasFailed: boolean;
};
const nobody: Found = { query: "", people: [], hasFailed: false };

/** The colleagues and contacts whose name or address contains what is typed, asked for when the typing pauses. */
export function useKnownPeople(text: string) {
  const query = text.trim().slice(0, 100);
  const [found, setFound] = useState<Found>(nobody);
  useEffect(() => {
    if (query === "") return setFound(nobody);
    const controller = new AbortController();
    const timer = setTimeout(() => {
      call(listKnownPeople, { query, limit: mostFound }, { signal: controller.signal })
        .then(({ people }) => setFound({ query, people, hasFailed: false }))
        .catch((error: unknown) => {
          if (controller.signal.aborted) return;
          if (!(error instanceof CallProblem)) throw error;
          setFound({ query, people: [], hasFailed: true });
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query]);
  return {
    people: query === "" ? [] : found.people,
    isSearching: found.query !== query,
    hasFailed: found.hasFailed,
  };
}
