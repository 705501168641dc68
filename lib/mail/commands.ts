import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { jobs } from "#lib/adapters/jobs/index";
import type { Locale } from "#lib/shared/context";
import type { IcalendarMethod } from "./schema.ts";
import { mailJob } from "./sending.ts";

/** A mail to one person, in that person's language. */
export type MailDraft = {
  /** Same cause and addressee, same key: the mail goes out once, however often it is queued. */
  readonly dedupeKey: string;
  /** What it is about, such as `event.invitation`. */
  readonly kind: string;
  readonly to: { readonly name?: string | null; readonly address: string };
  readonly replyTo?: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly icalendar?: { readonly method: IcalendarMethod; readonly text: string };
};

/**
 * Queues a mail in the transaction of its cause: without the cause no mail, with it exactly one. INV-41
 * @open the cause has asked
 */
export async function queueMail(context: Context, mail: MailDraft): Promise<void> {
  await queueMails(context, [mail]);
}

/**
 * Queues many mails, as `queueMail`; those whose key is known already are left out.
 * @open the cause has asked
 */
export async function queueMails(context: Context, mails: readonly MailDraft[]): Promise<void> {
  if (mails.length === 0) return;
  const queued = await context.db.outgoingMail.createManyAndReturn({
    data: mails.map((mail) => ({
      dedupeKey: mail.dedupeKey,
      kind: mail.kind,
      toName: mail.to.name ?? null,
      toAddress: mail.to.address,
      replyTo: mail.replyTo ?? null,
      locale: mail.locale,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      icalendarMethod: mail.icalendar?.method ?? null,
      icalendarText: mail.icalendar?.text ?? null,
      createdAt: context.now,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  if (queued.length === 0) return;
  await jobs().enqueue(
    context.db,
    ...queued.map(({ id }) => ({ queue: "facts" as const, name: mailJob, payload: { mailId: id }, key: id })),
  );
}
