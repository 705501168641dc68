"use client";

import { Drawer } from "@mantine/core";
import { useModals } from "@mantine/modals";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { useIsPhone } from "./use-is-phone.ts";

type Props = {
  readonly title: string;
  /** Null when the drawer is shut; what it held stays to be seen while it slides away. */
  readonly children: ReactNode;
  /** Runs when it has slid away. */
  readonly onClosed: () => void;
};

/** The drawer at the end of the page; the whole page on phones. */
export function SideDrawer({ title, children, onClosed }: Props) {
  const t = useTranslations("common");
  const isPhone = useIsPhone();
  const closesOnEscape = useOwnEscape();
  const [kept, setKept] = useState<ReactNode>(children);
  const [isClosing, setClosing] = useState(false);
  const isOpen = children !== null;
  if (isOpen && kept !== children) setKept(children);
  if (!isOpen && isClosing) setClosing(false);
  return (
    <Drawer
      opened={isOpen && !isClosing}
      onClose={() => setClosing(true)}
      onExitTransitionEnd={() => isClosing && onClosed()}
      // Escape answers the question that was asked from the drawer, and not both.
      closeOnEscape={closesOnEscape}
      position="right"
      size={isPhone ? "100%" : 400}
      title={title}
      closeButtonProps={{ "aria-label": t("close") }}
      overlayProps={{ backgroundOpacity: 0.18 }}
      transitionProps={{ duration: 160 }}
      padding="lg"
    >
      {kept}
    </Drawer>
  );
}

/** False while a question is open above the drawer, and until the key that answered it was dealt with. */
function useOwnEscape(): boolean {
  const isAsking = useModals().modals.length > 0;
  const [isOwn, setOwn] = useState(true);
  useEffect(() => {
    if (isAsking) return setOwn(false);
    const timer = setTimeout(() => setOwn(true));
    return () => clearTimeout(timer);
  }, [isAsking]);
  return isOwn;
}
