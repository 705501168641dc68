"use client";

import { useSyncExternalStore } from "react";

/** The secret behind # in the address; empty where there is none. The server does not see it and says `onServer`. */
export function useSecretInAddress(onServer = ""): string {
  return useSyncExternalStore(listen, inAddress, () => onServer);
}

function inAddress(): string {
  return window.location.hash.slice(1);
}

function listen(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
