"use client";

import { Alert, Button, Group, PasswordInput, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { changePassword } from "#lib/accounts/endpoints";
import { call } from "#lib/door/call";
import { useFirstErrorFocus } from "../ui/use-first-error-focus.ts";
import { useWordedProblem } from "./use-worded-problem.ts";

const empty = { oldPassword: "", newPassword: "", repeated: "" };
type Field = keyof typeof empty;
const fields: readonly Field[] = ["oldPassword", "newPassword", "repeated"];

type Props = {
  readonly minLength: number;
  /** Runs when the new password is stored. */
  readonly onDone?: () => void;
};

/** Old password, new password and the new one once more: all three are needed. SET-21, GAP-015, INV-39 */
export function PasswordForm({ minLength, onDone }: Props) {
  const t = useTranslations("settings.password");
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(empty);
  const [missing, setMissing] = useState<Readonly<Partial<Record<Field, string>>>>({});
  const [attention, setAttention] = useState(0);
  const worded = useWordedProblem();
  const { submit, isSubmitting, fieldErrors, problem } = useSubmit({ toastProblems: false });
  useFirstErrorFocus(form, attention);
  const errorOf = (name: Field) => missing[name] ?? fieldErrors[name];
  const typing = (name: Field) => ({
    name,
    required: true,
    withAsterisk: true,
    value: values[name],
    error: errorOf(name),
    // Of its inputs this one alone does not say so by itself.
    "aria-invalid": errorOf(name) !== undefined,
    onChange: (event: FormEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
  });
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = wrongFields(values, { required: t("required"), differs: t("differs") });
    setMissing(wrong);
    const { oldPassword, newPassword } = values;
    const isDone =
      Object.keys(wrong).length === 0 &&
      (await submit(async () => {
        await call(changePassword, { oldPassword, newPassword });
      }));
    if (!isDone) return setAttention((before) => before + 1);
    setValues(empty);
    notifications.show({ message: t("saved") });
    onDone?.();
  };
  return (
    <form ref={form} onSubmit={handleSubmit} noValidate>
      <Stack gap="lg">
        {problem && problem.fields.length === 0 ? <Alert color="coral">{worded(problem)}</Alert> : null}
        <PasswordInput {...typing("oldPassword")} label={t("old")} autoComplete="current-password" />
        <PasswordInput
          {...typing("newPassword")}
          label={t("new")}
          description={t("rule", { min: minLength })}
          autoComplete="new-password"
        />
        <PasswordInput {...typing("repeated")} label={t("repeat")} autoComplete="new-password" />
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {t("apply")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function wrongFields(
  values: Readonly<Record<Field, string>>,
  words: { readonly required: string; readonly differs: string },
): Readonly<Partial<Record<Field, string>>> {
  const empties = fields.filter((name) => values[name] === "").map((name) => [name, words.required]);
  const isDifferent = values.repeated !== "" && values.repeated !== values.newPassword;
  return Object.fromEntries([...empties, ...(isDifferent ? [["repeated", words.differs]] : [])]);
}
