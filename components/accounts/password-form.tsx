"use client";

import { Alert, Button, Group, PasswordInput, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { sentenceOf, useSubmit } from "#components/ui/use-submit";
import { changePassword } from "#lib/accounts/endpoints";
import { type CallProblem, call } from "#lib/door/call";
import { formatShortDate, formatTime } from "#lib/shared/time";

const empty = { oldPassword: "", newPassword: "" };

/** Changes the own password. INV-39 */
export function PasswordForm({ minLength }: { readonly minLength: number }) {
  const t = useTranslations("settings.password");
  const [values, setValues] = useState(empty);
  const worded = useWordedProblem();
  const { submit, isSubmitting, fieldErrors, problem } = useSubmit({ toastProblems: false });
  const typing = (name: keyof typeof empty) => ({
    value: values[name],
    error: fieldErrors[name],
    onChange: (event: FormEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
  });
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const isDone = await submit(async () => {
      await call(changePassword, values);
    });
    if (!isDone) return;
    setValues(empty);
    notifications.show({ message: t("saved") });
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack gap="lg">
        {problem && problem.fields.length === 0 ? <Alert color="coral">{worded(problem)}</Alert> : null}
        <PasswordInput {...typing("oldPassword")} label={t("old")} autoComplete="current-password" />
        <PasswordInput
          {...typing("newPassword")}
          label={t("new")}
          description={t("rule", { min: minLength })}
          autoComplete="new-password"
        />
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The server's sentence; the end of a lock in the reader's own zone. GAP-034 */
function useWordedProblem(): (problem: CallProblem) => string {
  const t = useTranslations();
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  return (problem) => {
    if (problem.reason !== "accountLocked") return sentenceOf(problem, t("shell.problem.offline"));
    const until = new Date(problem.values.until ?? 0);
    const when = `${formatShortDate(until, reader)}, ${formatTime(until, reader)}`;
    return t("accounts.signIn.locked", { until: when });
  };
}
