"use client";

import { ActionIcon, Button, Tooltip, VisuallyHidden } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslations } from "next-intl";

const shownMs = 2_000;

type Props = {
  readonly value: string;
  /** What is copied, such as "Copy conference ID". */
  readonly label: string;
  /** A button with its words instead of the sign alone. */
  readonly isWide?: boolean;
};

/** Copies a text and says so. */
export function CopyButton({ value, label, isWide }: Props) {
  const t = useTranslations("common");
  const { copied, copy } = useClipboard({ timeout: shownMs });
  const Icon = copied ? IconCheck : IconCopy;
  const said = <VisuallyHidden role="status">{copied ? t("copied") : ""}</VisuallyHidden>;
  if (isWide) {
    return (
      <Button variant="default" leftSection={<Icon size={18} stroke={1.5} />} onClick={() => copy(value)}>
        {copied ? t("copied") : label}
        {said}
      </Button>
    );
  }
  return (
    <Tooltip label={copied ? t("copied") : label}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} onClick={() => copy(value)}>
        <Icon size={18} stroke={1.5} />
        {said}
      </ActionIcon>
    </Tooltip>
  );
}
