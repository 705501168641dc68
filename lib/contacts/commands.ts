import "server-only";
import { randomUUID } from "node:crypto";
import { requirePerson } from "#lib/accounts/policy";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError, invalidField } from "#lib/shared/errors";
import { ContactRequestId, PersonId } from "#lib/shared/ids";
import { displayNameOf, normalized } from "#lib/shared/text";
import { addMinutes } from "#lib/shared/time";
import {
  type AddressRow,
  findStoredRequest,
  getLinkHash,
  getLockedRequest,
  listLockedAccounts,
  type StoredRequest,
} from "./answers/queries.ts";
import { pairOf } from "./connections/pair.ts";
import { contactRequestClosed, contactRequestSent } from "./facts.ts";
import { makeLinkSecret } from "./links/commands.ts";
import { getSentRequest } from "./lists/queries.ts";
import { requireOpenRequest, requireSender } from "./policy.ts";
import {
  type ContactRequestDraft,
  type ContactRequestKey,
  contactRequestLimits,
  type SentRequestView,
} from "./schema.ts";

const dayMinutes = 24 * 60;

type Asked = {
  readonly sender: AddressRow;
  readonly emailNorm: string;
  /** The account of that address, if there is one. */
  readonly account: AddressRow | undefined;
};

/**
 * Asks somebody by e-mail to become a contact. The answer is the same whether or not the address has an account. Refuses
 * with `invalid_input` at `email` the own address and a contact's; with `conflict` when the request is open already or the
 * other one asked first (both name that request in `values`); with `limit_reached` within a week after a decline and when
 * the day's requests are used up. RFC-01, RFC-10..14, GAP-042..044, GAP-048, GAP-053, INV-06, INV-09
 */
export async function sendContactRequest(
  context: Context,
  input: ContactRequestDraft,
): Promise<SentRequestView> {
  const { personId } = requirePerson(context.actor);
  const asked = await lockBoth(context, { personId, emailNorm: normalized(input.email) });
  await refuseKnown(context, asked);
  await closeOverdue(context, asked);
  await refuseRepeated(context, asked);
  await refuseCrossing(context, asked);
  await refuseTooMany(context, personId);
  const id = ContactRequestId.parse(randomUUID());
  await context.db.contactRequest.create({
    data: {
      id,
      senderId: personId,
      email: input.email,
      emailNorm: asked.emailNorm,
      message: input.message,
      ...sendingNow(context, id),
      createdAt: context.now,
    },
    select: { id: true },
  });
  await announce(context, contactRequestSent, {
    contactRequestId: id,
    sentCount: 1,
    people: peopleOf(asked),
  });
  return getSentRequest(context, { contactRequestId: id });
}

/**
 * Mails an open request once more; its links are good for another month, those of the earlier mails too. Counts among the
 * day's requests. Refuses with `limit_reached` within a minute of the last mail and after five. GAP-043, GAP-053
 */
export async function resendContactRequest(
  context: Context,
  input: ContactRequestKey,
): Promise<SentRequestView> {
  const { personId } = requirePerson(context.actor);
  const found = await findStoredRequest(context, input);
  requireSender(context.actor, found);
  const asked = await lockBoth(context, { personId, emailNorm: found?.emailNorm ?? "" });
  const request = await getLockedRequest(context, input.contactRequestId);
  requireOpenRequest(request, context.now);
  refuseHasty(request, context.now);
  await refuseTooMany(context, personId, request.id);
  const sentCount = request.sentCount + 1;
  await context.db.contactRequest.update({
    where: { id: request.id },
    data: { sentCount, ...sendingNow(context, request.id) },
    select: { id: true },
  });
  await announce(context, contactRequestSent, {
    contactRequestId: request.id,
    sentCount,
    people: peopleOf(asked),
  });
  return getSentRequest(context, input);
}

/**
 * Takes an open request back: its links open nothing any more. Harmless for one that was withdrawn; refuses with
 * `conflict` when it was answered meanwhile. Sender only. GAP-052
 */
export async function withdrawContactRequest(
  context: Context,
  input: ContactRequestKey,
): Promise<SentRequestView> {
  requireSender(context.actor, await findStoredRequest(context, input));
  const request = await getLockedRequest(context, input.contactRequestId);
  if (request.state !== "WITHDRAWN") {
    requireOpenRequest(request, context.now);
    await context.db.contactRequest.update({
      where: { id: request.id },
      data: { state: "WITHDRAWN", decidedAt: context.now },
      select: { id: true },
    });
    const reader = await context.db.person.findUnique({
      where: { emailNorm: request.emailNorm },
      select: { id: true },
    });
    const people = [request.senderId, ...(reader ? [PersonId.parse(reader.id)] : [])];
    await announce(context, contactRequestClosed, { contactRequestId: request.id, people });
  }
  return getSentRequest(context, input);
}

/**
 * Notes that the time of open requests is over; they count as expired from that moment on also without it. GAP-053
 * @open the clock asks; what is over is over for everybody
 */
export async function expireContactRequests(context: Context): Promise<void> {
  const rows = await context.db.contactRequest.updateManyAndReturn({
    where: { state: "PENDING", expiresAt: { lte: context.now } },
    data: { state: "EXPIRED" },
    select: { id: true, senderId: true },
  });
  for (const { id, senderId } of rows) {
    await announce(context, contactRequestClosed, {
      contactRequestId: ContactRequestId.parse(id),
      people: [PersonId.parse(senderId)],
    });
  }
}

/** The account of the other address is locked too, if there is one: requests that cross wait for each other. */
async function lockBoth(
  context: Context,
  { personId, emailNorm }: { readonly personId: PersonId; readonly emailNorm: string },
): Promise<Asked> {
  const accounts = await listLockedAccounts(context, { personIds: [personId], emailNorm });
  const sender = accounts.find((account) => account.personId === personId);
  if (!sender) throw new DomainError("not_signed_in");
  return { sender, emailNorm, account: accounts.find((account) => account.emailNorm === emailNorm) };
}

function peopleOf({ sender, account }: Asked): PersonId[] {
  return [sender.personId, ...(account ? [account.personId] : [])];
}

async function refuseKnown(context: Context, { sender, account }: Asked): Promise<void> {
  if (!account) return;
  if (account.personId === sender.personId) throw invalidField("email", "ownAddress");
  const connected = await context.db.connection.count({
    where: { ...pairOf([sender.personId, account.personId]), endedAt: null },
  });
  if (connected > 0) throw invalidField("email", "alreadyContact");
}

/** A request whose time is over does not stand in the way of a new one, whether or not the clock has been by. */
async function closeOverdue(context: Context, { sender, emailNorm }: Asked): Promise<void> {
  await context.db.contactRequest.updateMany({
    where: { senderId: sender.personId, emailNorm, state: "PENDING", expiresAt: { lte: context.now } },
    data: { state: "EXPIRED" },
  });
}

async function refuseRepeated(context: Context, { sender, emailNorm }: Asked): Promise<void> {
  const { now } = context;
  const { waitingDays } = contactRequestLimits;
  const request = await context.db.contactRequest.findFirst({
    where: {
      senderId: sender.personId,
      emailNorm,
      OR: [
        { state: "PENDING" },
        { state: "DECLINED", decidedAt: { gt: addMinutes(now, -waitingDays * dayMinutes) } },
      ],
    },
    select: { id: true, state: true },
  });
  if (request?.state === "PENDING") {
    throw new DomainError("conflict", {
      reason: "contactRequestOpen",
      values: { contactRequestId: request.id },
    });
  }
  if (request) {
    throw new DomainError("limit_reached", {
      reason: "contactRequestDeclinedLately",
      values: { days: waitingDays },
    });
  }
}

/** Only for whoever has shown to own the address: nobody else learns who asked it. GAP-044 */
async function refuseCrossing(context: Context, { sender, account }: Asked): Promise<void> {
  if (!account || !sender.isConfirmed) return;
  const request = await context.db.contactRequest.findFirst({
    where: {
      senderId: account.personId,
      emailNorm: sender.emailNorm,
      state: "PENDING",
      expiresAt: { gt: context.now },
      sender: { is: { state: "ACTIVE" } },
    },
    select: { id: true, sender: { select: { firstName: true, lastName: true, displayName: true } } },
  });
  if (!request) return;
  throw new DomainError("conflict", {
    reason: "contactRequestCrossing",
    values: { contactRequestId: request.id, name: displayNameOf(request.sender) },
  });
}

/** The sender's account is locked by now, so that parallel requests are counted one after the other. GAP-053 */
async function refuseTooMany(context: Context, personId: PersonId, resent?: ContactRequestId): Promise<void> {
  const { contactRequestsPerDay } = await getAccountSettings(context);
  const today = await context.db.contactRequest.count({
    where: {
      senderId: personId,
      lastSentAt: { gt: addMinutes(context.now, -dayMinutes) },
      id: { not: resent },
    },
  });
  if (today < contactRequestsPerDay) return;
  throw new DomainError("limit_reached", {
    reason: "contactRequestsUsedUp",
    values: { max: contactRequestsPerDay },
  });
}

function refuseHasty({ sentCount, lastSentAt }: StoredRequest, now: Date): void {
  const { mails, resendMinutes } = contactRequestLimits;
  if (sentCount >= mails) {
    throw new DomainError("limit_reached", { reason: "contactRequestMailsUsedUp", values: { max: mails } });
  }
  if (addMinutes(lastSentAt, resendMinutes) > now) {
    throw new DomainError("limit_reached", { reason: "contactRequestSentJustNow" });
  }
}

function sendingNow({ now }: Context, id: ContactRequestId) {
  return {
    tokenHash: getLinkHash(makeLinkSecret(id)),
    lastSentAt: now,
    expiresAt: addMinutes(now, contactRequestLimits.lifetimeDays * dayMinutes),
  };
}
