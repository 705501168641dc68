import { z } from "zod";
import { MailId } from "#lib/shared/ids";
import { Instant } from "#lib/shared/text";

/** Waiting, handed over, or given up. */
export const MailState = z.enum(["QUEUED", "SENT", "FAILED"]);
export type MailState = z.infer<typeof MailState>;

/** METHOD of a calendar part. */
export const IcalendarMethod = z.enum(["REQUEST", "CANCEL"]);
export type IcalendarMethod = z.infer<typeof IcalendarMethod>;

/** One mail in the administrator's list. */
export const KeptMailLine = z.object({
  id: MailId,
  kind: z.string(),
  toName: z.string().nullable(),
  toAddress: z.string(),
  subject: z.string(),
  state: MailState,
  attempts: z.int(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
});
export type KeptMailLine = z.infer<typeof KeptMailLine>;

/** A page of mails, newest first; `next` is handed in as `before` to go on, null at the end. */
export const KeptMailPage = z.object({ mails: z.array(KeptMailLine), next: MailId.nullable() });
export type KeptMailPage = z.infer<typeof KeptMailPage>;

/** One mail with all its parts. */
export const KeptMailView = KeptMailLine.extend({
  replyTo: z.string().nullable(),
  locale: z.string(),
  text: z.string(),
  html: z.string(),
  icalendarMethod: IcalendarMethod.nullable(),
  icalendarText: z.string().nullable(),
  /** Why the last attempt failed. */
  lastError: z.string().nullable(),
});
export type KeptMailView = z.infer<typeof KeptMailView>;
