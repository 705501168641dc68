"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { hrefWith, type MeetingsAddress, meetingsAddress } from "./calendar-address.ts";

type Change = Readonly<Partial<Record<"view" | "zoom" | "date", string>>>;

/**
 * What the section shows stands in its address. Turning pages replaces it, so that Back leaves the section; switching
 * the view can be undone by Back.
 */
export function useMeetingsAddress(): MeetingsAddress & {
  readonly show: (change: Change) => void;
  readonly hrefTo: (change: Readonly<Record<string, string | null>>) => string;
} {
  const path = usePathname();
  const parameters = useSearchParams();
  const page = { path, query: parameters.toString() };
  const hrefTo = (change: Readonly<Record<string, string | null>>) => hrefWith(page, change);
  const show = (change: Change) => {
    const write = change.view ? "pushState" : "replaceState";
    window.history[write](null, "", hrefTo(change));
  };
  return { ...meetingsAddress(parameters), show, hrefTo };
}
