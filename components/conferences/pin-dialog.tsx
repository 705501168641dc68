"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { sentenceOf, useSubmit } from "#components/ui/use-submit";
import { changePin } from "#lib/conferences/endpoints";
import { type ConferenceNumber, Pin } from "#lib/conferences/schema";
import { call } from "#lib/door/call";
import { randomPin } from "../ui/random-key.ts";
import styles from "./pin-dialog.module.css";

type Asked = {
  readonly number: ConferenceNumber;
  readonly title: string;
  readonly pin: string | null;
  readonly onDone: () => void;
};

const longestPin = 10;

/** Asks for the PIN of a conference that runs. GAP-091, GAP-093 */
export function askPin(asked: Asked): void {
  const id = modals.open({
    title: <PinTitle title={asked.title} />,
    children: <PinForm {...asked} onClose={() => modals.close(id)} />,
  });
}

function PinTitle({ title }: Pick<Asked, "title">) {
  const t = useTranslations("rooms.pin");
  return t("title", { title });
}

function PinForm({ number, pin, onDone, onClose }: Asked & { readonly onClose: () => void }) {
  const t = useTranslations("rooms.pin");
  const shell = useTranslations("shell.problem");
  const [typed, setTyped] = useState(pin ?? "");
  const [isWrong, setWrong] = useState(false);
  const { submit, isSubmitting, problem } = useSubmit({ toastProblems: false });
  const set = (next: string | null) =>
    submit(async () => {
      await call(changePin, { number, pin: next });
      notifications.show({ message: t(next === null ? "removed" : "set") });
      onClose();
      onDone();
    });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const checked = Pin.safeParse(typed);
    setWrong(!checked.success);
    if (checked.success && !isSubmitting) void set(checked.data);
  };
  const refused = problem ? sentenceOf(problem, shell("offline")) : undefined;
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack gap="lg">
        <TextInput
          label={t("label")}
          description={t("hint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value.trim());
            setWrong(false);
          }}
          error={isWrong ? t("wrong") : refused}
          inputMode="numeric"
          maxLength={longestPin}
          autoComplete="off"
          data-autofocus
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setTyped(randomPin())}>
            {t("make")}
          </Button>
          {pin ? (
            <Button variant="subtle" color="coral" loading={isSubmitting} onClick={() => set(null)}>
              {t("remove")}
            </Button>
          ) : null}
          <Button type="submit" loading={isSubmitting}>
            {t("save")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
