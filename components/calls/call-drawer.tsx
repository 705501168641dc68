"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SideDrawer } from "#components/ui/side-drawer";
import { callsHref } from "./call-address.ts";

type Props = { readonly filter: string; readonly children: ReactNode };

/** The drawer with the selected entry; its address is the page's with the entry in it. */
export function CallDrawer({ filter, children }: Props) {
  const t = useTranslations("history.detail");
  const router = useRouter();
  return (
    <SideDrawer title={t("title")} onClosed={() => router.replace(callsHref({ filter }), { scroll: false })}>
      {children}
    </SideDrawer>
  );
}
