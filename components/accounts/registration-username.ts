"use client";

import { useEffect, useState } from "react";
import { usernameFrom } from "#lib/accounts/username";

/** Waits until somebody stops typing before the server is asked. */
const pauseMs = 300;

/** The user name that an account with these names would get, as soon as both are there; empty before. GAP-023 */
export function useProposedUsername(names: {
  readonly firstName: string;
  readonly lastName: string;
}): string {
  const [firstName, lastName] = [names.firstName.trim(), names.lastName.trim()];
  const isComplete = firstName !== "" && lastName !== "";
  const wish = `${firstName} ${lastName}`;
  const [proposal, setProposal] = useState<{ readonly wish: string; readonly username: string }>();
  useEffect(() => {
    if (!isComplete) return;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const username = await askForUsername({ firstName, lastName }, asking.signal);
      if (username) setProposal({ wish, username });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [isComplete, wish, firstName, lastName]);
  if (!isComplete) return "";
  // Until the server has said which one is free, the name that it starts from.
  return proposal?.wish === wish ? proposal.username : usernameFrom(firstName, lastName);
}

async function askForUsername(
  names: { readonly firstName: string; readonly lastName: string },
  signal: AbortSignal,
): Promise<string | undefined> {
  const [{ call, CallProblem }, { proposeUsername }] = await Promise.all([
    import("#lib/door/call"),
    import("#lib/accounts/registration/endpoints"),
  ]);
  try {
    return (await call(proposeUsername, names, { signal })).username;
  } catch (error) {
    // A proposal that does not come is none; the server makes the name when the account is created.
    if (signal.aborted || error instanceof CallProblem) return undefined;
    throw error;
  }
}
