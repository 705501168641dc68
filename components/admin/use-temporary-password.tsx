"use client";

import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button";

type HandedOut = {
  readonly name: string;
  readonly temporaryPassword: string;
  readonly onDone?: () => void;
};

/** Shows a temporary password, this once; it closes by its button only. GAP-061 */
export function useTemporaryPassword(): (handedOut: HandedOut) => void {
  const t = useTranslations("admin.person");
  const common = useTranslations("common");
  return ({ name, temporaryPassword, onDone }) => {
    const id = modals.open({
      title: t("passwordTitle", { name }),
      closeOnClickOutside: false,
      closeOnEscape: false,
      withCloseButton: false,
      onClose: onDone,
      children: (
        <Stack>
          <Text>{t("passwordText")}</Text>
          <TextInput
            label={t("passwordLabel")}
            value={temporaryPassword}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            styles={{ input: { fontFamily: "ui-monospace, monospace", letterSpacing: "0.04em" } }}
          />
          <Group justify="space-between">
            <CopyButton value={temporaryPassword} label={common("copy")} isWide />
            <Button onClick={() => modals.close(id)}>{t("passwordDone")}</Button>
          </Group>
        </Stack>
      ),
    });
  };
}
