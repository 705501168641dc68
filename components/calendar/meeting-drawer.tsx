"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { SideDrawer } from "#components/ui/side-drawer";
import { hrefWith } from "./calendar-address.ts";

/** The drawer with a meeting's card, open while the address names a meeting. Shutting it goes back to where it was opened from. */
export function MeetingDrawer({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("meetings.card");
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams().toString();
  const wasOpenedHere = useWasOpenedHere(children !== null);
  const handleClosed = () => {
    if (wasOpenedHere.current) router.back();
    else router.replace(hrefWith({ path, query }, { event: null, at: null }), { scroll: false });
  };
  return (
    <SideDrawer title={t("heading")} onClosed={handleClosed}>
      {children}
    </SideDrawer>
  );
}

/** Whether the card was shut before, on this page: then Back shuts it again. */
function useWasOpenedHere(isOpen: boolean) {
  const wasShut = useRef(!isOpen);
  useEffect(() => {
    if (!isOpen) wasShut.current = true;
  }, [isOpen]);
  return wasShut;
}
