"use client";

import { useTranslations } from "next-intl";
import { PlainPage } from "#components/ui/plain-page";

export default function Failed({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  const t = useTranslations("shell.failed");
  const number = error.digest ? t("number", { digest: error.digest }) : undefined;
  return (
    <PlainPage
      title={t("title")}
      text={t("text")}
      note={number}
      action={{ onPress: reset, label: t("action") }}
    />
  );
}
