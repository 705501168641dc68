"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CardDrawer } from "../calendar/meeting-drawer.tsx";

/** The drawer with a room's card, open while the address names a room. VRM-05 */
export function RoomDrawer({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("rooms.card");
  return (
    <CardDrawer title={t("heading")} parameters={["room"]}>
      {children}
    </CardDrawer>
  );
}
