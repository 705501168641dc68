"use client";

import { useState } from "react";
import type { CallProblem } from "#lib/door/call";

/** What every form in front of the sign-in says by itself. */
export type FormTexts = {
  readonly showPassword: string;
  readonly hidePassword: string;
  readonly offline: string;
  readonly failed: string;
};

type SendingTexts = Pick<FormTexts, "offline" | "failed">;

type Refusal = {
  readonly message?: string;
  /** Key of the sentence, for who offers a way out of this one. */
  readonly reason?: string;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * Sends a form once at a time and keeps why it was refused. The API client is loaded with the first call and not with the
 * page. After success the form stays busy, since another page is on its way. `worded` may say a refusal in its own words.
 */
export function useSending(
  texts: SendingTexts,
  worded: (problem: CallProblem) => string | undefined = () => undefined,
) {
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>({ fields: {} });
  async function send(work: () => Promise<void>): Promise<boolean> {
    if (isSending) return false;
    setSending(true);
    setRefusal({ fields: {} });
    try {
      await work();
      return true;
    } catch (error) {
      setSending(false);
      setRefusal(await refusalOf(error, texts, worded));
      return false;
    }
  }
  return { isSending, refusal, send };
}

async function refusalOf(
  error: unknown,
  texts: SendingTexts,
  worded: (problem: CallProblem) => string | undefined,
): Promise<Refusal> {
  const loaded = await import("#lib/door/call").catch((cause: unknown) => ({ cause }));
  // The client itself could not be loaded: there is no connection.
  if (!("CallProblem" in loaded)) return { message: texts.offline, fields: {} };
  if (!(error instanceof loaded.CallProblem)) throw error;
  if (error.fields.length > 0) {
    return { fields: Object.fromEntries(error.fields.map(({ field, message }) => [field, message])) };
  }
  if (error.code === "offline") return { message: texts.offline, fields: {} };
  if (error.code === "internal") return { message: error.message || texts.failed, fields: {} };
  return { message: worded(error) ?? error.message, reason: error.reason, fields: {} };
}

/** What was typed into a field. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
