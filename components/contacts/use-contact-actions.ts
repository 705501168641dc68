"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ask } from "#components/ui/ask";
import {
  acceptContactRequest,
  declineContactRequest,
  endContact,
  resendContactRequest,
  withdrawContactRequest,
} from "#lib/contacts/endpoints";
import type { ContactPerson, ReceivedRequestView, SentRequestView } from "#lib/contacts/schema";
import { call } from "#lib/door/call";
import { useSubmit } from "../ui/use-submit.tsx";

/** Runs a call, says what came of it, and reads the lists again: also after a refusal, which says that they changed. */
function useCarrying() {
  const router = useRouter();
  const { submit, isSubmitting } = useSubmit();
  const carry = async (work: () => Promise<string>) => {
    await submit(async () => {
      notifications.show({ message: await work() });
    });
    router.refresh();
  };
  return { carry, isSubmitting };
}

/** What can be done with a request that one received. RFC-25, RFC-35..37 */
export function useReceivedActions({ id: contactRequestId, from }: ReceivedRequestView) {
  const t = useTranslations("contacts.notice");
  const { carry, isSubmitting } = useCarrying();
  return {
    isSubmitting,
    accept: () =>
      carry(async () => {
        const { name } = await call(acceptContactRequest, { contactRequestId });
        return t("connected", { name });
      }),
    decline: () =>
      carry(async () => {
        await call(declineContactRequest, { contactRequestId });
        return t("declined", { name: from.name });
      }),
  };
}

/** What can be done with an open request that one sent. GAP-043, GAP-052 */
export function useSentActions({ id: contactRequestId, email }: Pick<SentRequestView, "id" | "email">) {
  const t = useTranslations("contacts");
  const { carry, isSubmitting } = useCarrying();
  const withdraw = () =>
    carry(async () => {
      await call(withdrawContactRequest, { contactRequestId });
      return t("notice.withdrawn", { email });
    });
  return {
    isSubmitting,
    resend: () =>
      carry(async () => {
        await call(resendContactRequest, { contactRequestId });
        return t("notice.resent", { email });
      }),
    askWithdraw: () =>
      ask({
        title: t("withdrawDialog.title", { email }),
        text: t("withdrawDialog.text"),
        keep: t("withdrawDialog.keep"),
        choices: [{ label: t("withdrawDialog.action"), isGrave: true, onChosen: () => void withdraw() }],
      }),
  };
}

/** Ends a contact, after it was asked whether one wants to. GAP-052 */
export function useEndContact({ id: personId, name }: ContactPerson) {
  const t = useTranslations("contacts");
  const { carry, isSubmitting } = useCarrying();
  const end = () =>
    carry(async () => {
      await call(endContact, { personId });
      return t("notice.ended", { name });
    });
  return {
    isSubmitting,
    askEnd: () =>
      ask({
        title: t("endDialog.title", { name }),
        text: t("endDialog.text"),
        keep: t("endDialog.keep"),
        choices: [{ label: t("endDialog.action"), isGrave: true, onChosen: () => void end() }],
      }),
  };
}
