import "server-only";
import { configuration } from "#lib/adapters/configuration";
import type { Context } from "#lib/adapters/database/context";
import { log } from "#lib/adapters/log";
import { mailer } from "#lib/adapters/mailer/index";
import { MailRefusedError, type OutgoingMail } from "#lib/adapters/mailer/port";
import type { MailId } from "#lib/shared/ids";
import { IcalendarMethod } from "./schema.ts";

const longestError = 500;

/**
 * Hands one queued mail to the mail server, outside of any transaction, and notes how it went. A mail that was sent is
 * never sent again; one that the server refuses for good is given up at once. Rejects when a later attempt may succeed.
 */
export async function sendMail(
  context: Pick<Context, "db" | "now">,
  input: { readonly mailId: MailId; readonly isLastAttempt: boolean },
): Promise<void> {
  const { db } = context;
  const row = await rowOf(db, input.mailId);
  if (row?.state !== "QUEUED") return;
  try {
    await mailer().send(outgoingMail(row));
  } catch (cause) {
    const isFinal = cause instanceof MailRefusedError || input.isLastAttempt;
    await db.outgoingMail.update({
      where: { id: row.id },
      data: {
        attempts: { increment: 1 },
        lastError: wordsOf(cause),
        ...(isFinal && { state: "FAILED" as const }),
      },
    });
    if (!(cause instanceof MailRefusedError)) throw cause;
    log().warn({ mailId: row.id, kind: row.kind, err: cause }, "mail refused");
    return;
  }
  await db.outgoingMail.update({
    where: { id: row.id },
    data: { state: "SENT", sentAt: context.now, attempts: { increment: 1 }, lastError: null },
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

function rowOf(db: Context["db"], id: MailId) {
  return db.outgoingMail.findUnique({ where: { id } });
}

function outgoingMail(row: Row): OutgoingMail {
  const { id, toName, toAddress, replyTo, subject, text, html, locale, icalendarText } = row;
  const method = IcalendarMethod.nullable().parse(row.icalendarMethod);
  return {
    // The same for every attempt, so that a copy sent twice is recognized as one.
    messageId: `${id}@${new URL(configuration().origin).hostname}`,
    to: { address: toAddress, ...(toName && { name: toName }) },
    ...(replyTo && { replyTo: { address: replyTo } }),
    ...{ subject, text, html, locale },
    ...(method &&
      icalendarText && { icalendar: { method, text: icalendarText, filename: filenames[method] } }),
  };
}

const filenames = { REQUEST: "invitation.ics", CANCEL: "cancellation.ics" } as const;

/** The mail server's own words are what helps to mend it. */
function wordsOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error instanceof Error ? error.message : String(error)}${cause}`.slice(0, longestError);
}
