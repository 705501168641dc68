"use client";

import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { CallProblem } from "#lib/door/call";

/** What a refused submission left: shown in the form, or as a toast when the form has no place for it. */
export type Submission = {
  /** Runs the work once at a time; a refusal lands in `problem`, its fields in `fieldErrors`. True when it succeeded. */
  readonly submit: (work: () => Promise<void>) => Promise<boolean>;
  readonly isSubmitting: boolean;
  readonly problem: CallProblem | undefined;
  readonly fieldErrors: Readonly<Record<string, string>>;
};

/** Carries a form's or a button's call to the API: guards against double presses, keeps what was refused. */
export function useSubmit(
  options: { readonly toastProblems?: boolean } = { toastProblems: true },
): Submission {
  const t = useTranslations("shell.problem");
  const [isSubmitting, setSubmitting] = useState(false);
  const [problem, setProblem] = useState<CallProblem>();
  const submit = useCallback(
    async (work: () => Promise<void>) => {
      setSubmitting(true);
      setProblem(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof CallProblem)) throw error;
        setProblem(error);
        if (options.toastProblems)
          notifications.show({ color: "coral", message: sentenceOf(error, t("offline")) });
        return false;
      } finally {
        setSubmitting(false);
      }
    },
    [options.toastProblems, t],
  );
  const fieldErrors = Object.fromEntries(
    (problem?.fields ?? []).map(({ field, message }) => [field, message]),
  );
  return { submit, isSubmitting, problem, fieldErrors };
}

/** The sentence that says what was refused. */
export function sentenceOf(problem: CallProblem, offline: string): string {
  return problem.code === "offline" ? offline : problem.message;
}
