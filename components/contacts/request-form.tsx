"use client";

import { Alert, Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { acceptContactRequest, resendContactRequest, sendContactRequest } from "#lib/contacts/endpoints";
import { contactRequestLimits } from "#lib/contacts/schema";
import { type CallProblem, call } from "#lib/door/call";
import { ContactRequestId } from "#lib/shared/ids";
import { sentenceOf, useSubmit } from "../ui/use-submit.tsx";
import { type ContactTab, contactsAddress } from "./contacts-address.ts";

/** Asks somebody by e-mail. The address is a text field, because an e-mail field trims blanks before anybody sees them. RFC-07..12, GAP-042 */
export function RequestForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTranslations("contacts.form");
  const common = useTranslations("common");
  const [email, setEmail] = useState("");
  const [message, setMessage] = useState(() => t("defaultMessage"));
  const { submission, send, resend, accept } = useSending(onDone);
  const { fieldErrors, isSubmitting, problem } = submission;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    send({ email, message });
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack gap="lg">
        <TextInput
          label={t("email")}
          name="email"
          type="text"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          data-autofocus
          value={email}
          description={t("emailHelp")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          error={fieldErrors.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Textarea
          label={t("message")}
          name="message"
          autosize
          minRows={3}
          maxRows={10}
          maxLength={contactRequestLimits.messageLength}
          value={message}
          error={fieldErrors.message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <RequestProblem {...{ problem, email, isSubmitting, resend, accept }} />
        <Group justify="flex-end">
          <Button variant="default" size="md" onClick={onDone}>
            {common("cancel")}
          </Button>
          <Button type="submit" size="md" loading={isSubmitting}>
            {t("action")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type ProblemProps = {
  readonly problem: CallProblem | undefined;
  readonly email: string;
  readonly isSubmitting: boolean;
  readonly resend: (id: ContactRequestId, email: string) => void;
  readonly accept: (id: ContactRequestId) => void;
};

/** Why nothing was sent, and what can be done instead. GAP-043, GAP-044 */
function RequestProblem({ problem, email, isSubmitting, resend, accept }: ProblemProps) {
  const t = useTranslations("contacts.form");
  const shell = useTranslations("shell.problem");
  if (!problem || problem.fields.length > 0) return null;
  const id = ContactRequestId.safeParse(problem.values.contactRequestId).data;
  const instead =
    problem.reason === "contactRequestOpen" && id
      ? { label: t("resend"), run: () => resend(id, email) }
      : problem.reason === "contactRequestCrossing" && id
        ? { label: t("accept", { name: problem.values.name ?? "" }), run: () => accept(id) }
        : undefined;
  return (
    <Alert color="coral" role="alert">
      <Stack gap="sm" align="flex-start">
        {sentenceOf(problem, shell("offline"))}
        {instead ? (
          <Button variant="default" size="sm" disabled={isSubmitting} onClick={instead.run}>
            {instead.label}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}

function useSending(onDone: () => void) {
  const t = useTranslations("contacts");
  const router = useRouter();
  const submission = useSubmit({ toastProblems: false });
  const finish = (message: string, tab: ContactTab) => {
    notifications.show({ message });
    onDone();
    router.push(contactsAddress({ tab }));
    router.refresh();
  };
  const send = (draft: { readonly email: string; readonly message: string }) =>
    void submission.submit(async () => {
      const { email } = await call(sendContactRequest, draft);
      finish(t("form.sent", { email }), "sent");
    });
  const resend = (contactRequestId: ContactRequestId, email: string) =>
    void submission.submit(async () => {
      await call(resendContactRequest, { contactRequestId });
      finish(t("notice.resent", { email }), "sent");
    });
  const accept = (contactRequestId: ContactRequestId) =>
    void submission.submit(async () => {
      const { name } = await call(acceptContactRequest, { contactRequestId });
      finish(t("notice.connected", { name }), "connected");
    });
  return { submission, send, resend, accept };
}
