"use client";

import { signOut } from "#lib/accounts/endpoints";
import { call } from "#lib/door/call";
import { useSubmit } from "../ui/use-submit.tsx";
import { markLeaving } from "./session-end.ts";

/** Ends the sign-in session and leaves for the guest page. SIG-34..36 */
export function useSignOut(): () => Promise<void> {
  const { submit } = useSubmit();
  return async () => {
    markLeaving(true);
    const isDone = await submit(async () => {
      await call(signOut, {});
      // A full load: nothing of the signed-in pages stays in the browser's memory. SIG-39
      window.location.assign("/");
    });
    if (!isDone) markLeaving(false);
  };
}
