"use client";

import { type MantineColorSchemeManager, MantineProvider, mergeThemeOverrides } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
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
  const t = useTranslations("common");
  const close = t("close");
  const named = useMemo(
    () =>
      mergeThemeOverrides(theme, { components: { CloseButton: { defaultProps: { "aria-label": close } } } }),
    [close],
  );
  return (
    <MantineProvider
      theme={named}
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
