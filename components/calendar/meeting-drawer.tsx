"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { SideDrawer } from "#components/ui/side-drawer";
import { hrefWith } from "./calendar-address.ts";

/** The drawer with a meeting's card, open while the address names a meeting. */
export function MeetingDrawer({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("meetings.card");
  return (
    <CardDrawer title={t("heading")} parameters={["event", "at"]}>
      {children}
    </CardDrawer>
  );
}

type CardDrawerProps = {
  readonly title: string;
  /** What in the address names the card. */
  readonly parameters: readonly string[];
  readonly children: ReactNode;
};

/** The drawer with a card that the address names. Shutting it goes back to where it was opened from. */
export function CardDrawer({ title, parameters, children }: CardDrawerProps) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams().toString();
  const wasOpenedHere = useWasOpenedHere(children !== null);
  const handleClosed = () => {
    if (wasOpenedHere.current) router.back();
    else
      router.replace(hrefWith({ path, query }, Object.fromEntries(parameters.map((name) => [name, null]))), {
        scroll: false,
      });
  };
  return (
    <SideDrawer title={title} onClosed={handleClosed}>
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
