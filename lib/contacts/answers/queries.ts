import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import { isLocale, type Locale } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";
import { ContactRequestId, PersonId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import type { OwnAddress } from "../policy.ts";

/** A contact request as it is stored, with what its answers and mails need to know of the sender. */
export type StoredRequest = {
  readonly id: ContactRequestId;
  readonly senderId: PersonId;
  readonly senderName: string;
  readonly senderLocale: Locale | null;
  readonly isSenderActive: boolean;
  readonly email: string;
  readonly emailNorm: string;
  readonly addresseeId: PersonId | null;
  readonly message: string;
  readonly state: "PENDING" | "CONNECTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";
  readonly sentCount: number;
  readonly lastSentAt: Date;
  readonly expiresAt: Date;
};

const columns = {
  id: true,
  senderId: true,
  email: true,
  emailNorm: true,
  addresseeId: true,
  message: true,
  state: true,
  sentCount: true,
  lastSentAt: true,
  expiresAt: true,
  sender: { select: { firstName: true, lastName: true, displayName: true, locale: true, state: true } },
} as const;

/** What names one request: its id, or the secret of its links. */
export type RequestName = { readonly contactRequestId: ContactRequestId } | { readonly secret: string };

/**
 * A request by its id or by its link; null when there is none.
 * @open whoever calls it decides who may know of it
 */
export async function findStoredRequest(
  context: Pick<Context, "db">,
  name: RequestName,
): Promise<StoredRequest | null> {
  const where = "secret" in name ? { tokenHash: getLinkHash(name.secret) } : { id: name.contactRequestId };
  const row = await context.db.contactRequest.findUnique({ where, select: columns });
  if (!row) return null;
  const { sender, ...request } = row;
  return {
    ...request,
    id: ContactRequestId.parse(row.id),
    senderId: PersonId.parse(row.senderId),
    addresseeId: PersonId.nullable().parse(row.addresseeId),
    senderName: displayNameOf(sender),
    senderLocale: isLocale(sender.locale) ? sender.locale : null,
    isSenderActive: sender.state === "ACTIVE",
  };
}

/**
 * The same; refuses with `not_found` when there is none.
 * @open whoever calls it decides who may know of it
 */
export async function getStoredRequest(
  context: Pick<Context, "db">,
  name: RequestName,
): Promise<StoredRequest> {
  const request = await findStoredRequest(context, name);
  if (!request) throw new DomainError("not_found", { reason: "contactRequestUnknown" });
  return request;
}

/**
 * The hash under which a request is found by its link. INV-40
 * @open tells nothing
 */
export function getLinkHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/**
 * The address of somebody's account as it is at this moment.
 * @open it is compared and never shown
 */
export async function getOwnAddress(
  context: Pick<Context, "db">,
  input: { readonly personId: PersonId },
): Promise<OwnAddress> {
  const person = await context.db.person.findUniqueOrThrow({
    where: { id: input.personId },
    select: { emailNorm: true, emailVerifiedAt: true },
  });
  return {
    personId: input.personId,
    emailNorm: person.emailNorm,
    isConfirmed: person.emailVerifiedAt !== null,
  };
}

const AddressRow = z.object({ personId: PersonId, emailNorm: z.string(), isConfirmed: z.boolean() });
/** What is known of a locked account. */
export type AddressRow = z.infer<typeof AddressRow>;

/**
 * Locks accounts, always in the same order, so that what happens between two people happens one after the other: whoever
 * asks, accepts or is asked at the same moment waits here. Accounts come before requests.
 * @open whoever calls it decides
 */
export async function listLockedAccounts(
  context: Pick<Context, "db">,
  input: { readonly personIds: readonly PersonId[]; readonly emailNorm?: string },
): Promise<readonly AddressRow[]> {
  const rows = await context.db.$queryRaw<unknown[]>`
    SELECT "id" AS "personId", "emailNorm", "emailVerifiedAt" IS NOT NULL AS "isConfirmed" FROM "Person"
    WHERE "id" = ANY (${input.personIds}::uuid[]) OR "emailNorm" = ${input.emailNorm ?? null}
    ORDER BY "id" FOR NO KEY UPDATE`;
  return z.array(AddressRow).parse(rows);
}

/**
 * Locks one request, and reads it as it stands then.
 * @open whoever calls it decides who may know of it
 */
export async function getLockedRequest(
  context: Pick<Context, "db">,
  id: ContactRequestId,
): Promise<StoredRequest> {
  await context.db.$executeRaw`SELECT 1 FROM "ContactRequest" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return getStoredRequest(context, { contactRequestId: id });
}
