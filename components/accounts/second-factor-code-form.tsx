"use client";

import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { sentenceOf, useSubmit } from "#components/ui/use-submit";
import type { CallProblem } from "#lib/door/call";
import { formatShortDate, formatTime } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";

type Props = {
  readonly text?: string;
  /** What the button says. */
  readonly action: string;
  readonly isGrave?: boolean;
  /** Rejects when the code was refused. */
  readonly onCode: (code: string) => Promise<void>;
  readonly onCancel: () => void;
};

/** Asks for a code of the authenticator before something is changed about it. SIG-26, SIG-31 */
export function SecondFactorCodeForm({ text, action, isGrave = false, onCode, onCancel }: Props) {
  const t = useTranslations("security.factor");
  const worded = useWordedProblem();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");
  const { submit, isSubmitting, fieldErrors, problem } = useSubmit({ toastProblems: false });
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await submit(() => onCode(code)))) field.current?.select();
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack gap="lg">
        {text ? <Text>{text}</Text> : null}
        {problem && problem.fields.length === 0 ? <Alert color="coral">{worded(problem)}</Alert> : null}
        <TextInput
          ref={field}
          label={t("code")}
          description={t("codeHelp")}
          value={code}
          error={fieldErrors.code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          autoFocus={text !== undefined}
        />
        <Group>
          <Button type="submit" color={isGrave ? "coral" : undefined} loading={isSubmitting}>
            {action}
          </Button>
          <Button variant="default" disabled={isSubmitting} onClick={onCancel}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The server's sentence; the end of a lock in the reader's own zone. GAP-034 */
function useWordedProblem(): (problem: CallProblem) => string {
  const t = useTranslations();
  const reader = useReader();
  return (problem) => {
    if (problem.reason !== "accountLocked") return sentenceOf(problem, t("shell.problem.offline"));
    const until = new Date(problem.values.until ?? 0);
    const when = `${formatShortDate(until, reader)}, ${formatTime(until, reader)}`;
    return t("security.factor.locked", { until: when });
  };
}
