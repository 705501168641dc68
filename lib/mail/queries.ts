import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { MailId } from "#lib/shared/ids";
import { requireMailReader } from "./policy.ts";
import { IcalendarMethod, type KeptMailLine, type KeptMailPage, type KeptMailView } from "./schema.ts";

const pageSize = 50;

const lineColumns = {
  id: true,
  kind: true,
  toName: true,
  toAddress: true,
  subject: true,
  state: true,
  attempts: true,
  createdAt: true,
  sentAt: true,
} as const;

/** Every mail that left or has to leave, newest first, a page at a time. Server administrators only. */
export async function listKeptMails(
  context: Context,
  input: { readonly before?: MailId },
): Promise<KeptMailPage> {
  requireMailReader(context.actor);
  // Ids are made in the order of time.
  const rows = await context.db.outgoingMail.findMany({
    where: input.before === undefined ? {} : { id: { lt: input.before } },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    select: lineColumns,
  });
  const mails = rows.slice(0, pageSize).map(lineOf);
  return { mails, next: rows.length > pageSize ? (mails.at(-1)?.id ?? null) : null };
}

/** One mail with its text, its HTML and its calendar part. Server administrators only. */
export async function getKeptMail(
  context: Context,
  input: { readonly mailId: MailId },
): Promise<KeptMailView> {
  requireMailReader(context.actor);
  const row = await context.db.outgoingMail.findUnique({
    where: { id: input.mailId },
    select: {
      ...lineColumns,
      replyTo: true,
      locale: true,
      text: true,
      html: true,
      icalendarMethod: true,
      icalendarText: true,
      lastError: true,
    },
  });
  if (!row) throw new DomainError("not_found");
  const { replyTo, locale, text, html, icalendarText, lastError } = row;
  const icalendarMethod = IcalendarMethod.nullable().parse(row.icalendarMethod);
  return { ...lineOf(row), replyTo, locale, text, html, icalendarMethod, icalendarText, lastError };
}

type LineRow = Omit<KeptMailLine, "id" | "createdAt" | "sentAt"> & {
  readonly id: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
};

function lineOf(row: LineRow): KeptMailLine {
  const { id, kind, toName, toAddress, subject, state, attempts, createdAt, sentAt } = row;
  return {
    ...{ kind, toName, toAddress, subject, state, attempts },
    id: MailId.parse(id),
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  };
}

/**
 * Which of these keys belong to mails that were queued already.
 * @open asked by reactions about mails of their own
 */
export async function listQueuedKeys(
  context: Pick<Context, "db">,
  input: { readonly dedupeKeys: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (input.dedupeKeys.length === 0) return new Set();
  const rows = await context.db.$queryRaw<{ dedupeKey: string }[]>`
    SELECT "dedupeKey" FROM "OutgoingMail" WHERE "dedupeKey" = ANY (${input.dedupeKeys}::text[])`;
  return new Set(rows.map(({ dedupeKey }) => dedupeKey));
}
