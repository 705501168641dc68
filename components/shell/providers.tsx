"use client";

import { type MantineColorSchemeManager, MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { cssVariables, theme } from "./theme.ts";

/** The browser's preference decides, always; nothing is stored and there is no switch. GAP-118 */
const followBrowser: MantineColorSchemeManager = {
  get: () => "auto",
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

export function Providers({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={followBrowser}
      getStyleNonce={() => nonce}
    >
      <ModalsProvider>
        <Notifications position="bottom-left" limit={3} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  );
}
