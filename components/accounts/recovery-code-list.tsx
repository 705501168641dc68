"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CopyButton } from "#components/ui/copy-button";
import { useOrigin } from "../ui/use-origin.ts";
import styles from "./recovery-code-list.module.css";

type Props = {
  readonly codes: readonly string[];
  readonly username: string;
  readonly onDone: () => void;
};

/** Shows recovery codes, the only time they are seen, and helps to keep them. GAP-037 */
export function RecoveryCodeList({ codes, username, onDone }: Props) {
  const t = useTranslations("security.codes");
  const origin = useOrigin();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const portal = `${username}, ${origin}`;
  const handleDownload = () => {
    const text = `${t("fileHeading", { portal })}\n\n${codes.join("\n")}\n`;
    keep("atrium-recovery-codes.txt", text);
  };
  return (
    <Stack gap="lg">
      <div data-print-alone>
        <h3 ref={heading} tabIndex={-1} className={styles.title}>
          {t("title")}
        </h3>
        <Text className={styles.text}>{t("text")}</Text>
        <p className={styles.portal}>{portal}</p>
        <ul className={styles.codes} aria-label={t("list")}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
      <Group gap="xs">
        <CopyButton value={codes.join("\n")} label={t("copy")} isWide />
        <Button
          variant="default"
          leftSection={<IconDownload size={18} stroke={1.5} />}
          onClick={handleDownload}
        >
          {t("download")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.5} />}
          onClick={() => window.print()}
        >
          {t("print")}
        </Button>
      </Group>
      <Group>
        <Button onClick={onDone}>{t("done")}</Button>
      </Group>
    </Stack>
  );
}

function keep(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
