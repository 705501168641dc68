"use client";

import { Alert, Button, Group, PasswordInput, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { requestEmailChange } from "#lib/accounts/email-change/endpoints";
import type { PendingEmail } from "#lib/accounts/email-change/schema";
import { call } from "#lib/door/call";
import { Fact, Facts } from "../ui/facts.tsx";
import { useFirstErrorFocus } from "../ui/use-first-error-focus.ts";
import { EmailPending } from "./email-pending.tsx";
import { useWordedProblem } from "./use-worded-problem.ts";

const empty = { email: "", oldPassword: "" };
type Field = keyof typeof empty;

type Props = {
  readonly email: string;
  readonly pending: PendingEmail | null;
};

/** The address now, the one that waits for its link, and the way to another one. SET-24, GAP-077 */
export function EmailForm({ email, pending }: Props) {
  const t = useTranslations("profile.email");
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState(pending);
  const { typing, handleSubmit, isSubmitting, refusal, attention } = useEmailForm(setShown);
  useFirstErrorFocus(form, attention);
  return (
    <Stack gap="lg">
      <Facts>
        <Fact name={t("current")}>{email}</Fact>
      </Facts>
      {shown ? <EmailPending pending={shown} onCancelled={() => setShown(null)} /> : null}
      <form ref={form} onSubmit={handleSubmit} noValidate>
        <Stack gap="lg">
          {refusal ? <Alert color="coral">{refusal}</Alert> : null}
          <TextInput {...typing("email")} label={t("new")} type="email" autoComplete="email" />
          <PasswordInput
            {...typing("oldPassword")}
            label={t("password")}
            // Of its inputs this one alone does not say so by itself.
            aria-invalid={typing("oldPassword").error !== undefined}
            description={t("passwordHelp")}
            autoComplete="current-password"
          />
          <Group>
            <Button type="submit" loading={isSubmitting}>
              {t("apply")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}

function useEmailForm(onPending: (pending: PendingEmail) => void) {
  const t = useTranslations("profile");
  const worded = useWordedProblem();
  const [values, setValues] = useState(empty);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const [attention, setAttention] = useState(0);
  const { submit, isSubmitting, fieldErrors, problem } = useSubmit({ toastProblems: false });
  const typing = (name: Field) => ({
    name,
    required: true,
    withAsterisk: true,
    value: values[name],
    error: missing[name] ?? fieldErrors[name],
    onChange: (event: FormEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
  });
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const empties = Object.entries(values).filter(([, value]) => value === "");
    setMissing(Object.fromEntries(empties.map(([name]) => [name, t("personal.missing")])));
    const isDone =
      empties.length === 0 &&
      (await submit(async () => {
        const pending = await call(requestEmailChange, values);
        onPending(pending);
        notifications.show({ message: t("email.sent", { email: pending.email }) });
      }));
    if (isDone) setValues(empty);
    else setAttention((before) => before + 1);
  };
  const refusal = problem && problem.fields.length === 0 ? worded(problem) : null;
  return { typing, handleSubmit, isSubmitting, refusal, attention };
}
