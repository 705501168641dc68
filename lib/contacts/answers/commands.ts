import "server-only";
import { confirmAddress } from "#lib/accounts/people/commands";
import { requirePerson } from "#lib/accounts/policy";
import { register } from "#lib/accounts/registration/commands";
import type { LinkRegistrationInput } from "#lib/accounts/registration/schema";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError } from "#lib/shared/errors";
import { ContactRequestId, PersonId } from "#lib/shared/ids";
import { connect } from "../connections/commands.ts";
import { pairOf } from "../connections/pair.ts";
import { contactRequestAccepted, contactRequestClosed } from "../facts.ts";
import { type OwnAddress, requireAddressee, requireOpenRequest } from "../policy.ts";
import { stateNow } from "../request-state.ts";
import type { ContactRequestKey, ContactRequestLink, NewContactView } from "../schema.ts";
import {
  findStoredRequest,
  getLockedRequest,
  getOwnAddress,
  getStoredRequest,
  listLockedAccounts,
  type RequestName,
  type StoredRequest,
} from "./queries.ts";

type Via = "MAIL" | "TAB";

/**
 * Accepts a request to the own confirmed address: both people are contacts of each other from now on. Again it changes
 * nothing and gives the same answer. Refuses with `conflict` what is no longer open, and with `not_found` requests to
 * somebody else. RFC-21, RFC-26, RFC-27, RFC-37..40, RFC-43, RFC-44, INV-05, INV-07
 */
export async function acceptContactRequest(
  context: Context,
  input: ContactRequestKey,
): Promise<NewContactView> {
  return accept(context, input, "TAB");
}

/**
 * The same with the link of the mail. For an account with another address it refuses with `forbidden` and nothing is
 * accepted. RFC-25, GAP-045, GAP-046
 */
export async function acceptContactRequestByLink(
  context: Context,
  input: ContactRequestLink,
): Promise<NewContactView> {
  return accept(context, input, "MAIL");
}

/**
 * Declines a request to the own confirmed address: nobody becomes a contact, and the sender sees it. Again it changes
 * nothing. Refuses with `conflict` what was accepted, withdrawn or is over. RFC-36, RFC-41, GAP-048
 */
export async function declineContactRequest(context: Context, input: ContactRequestKey): Promise<undefined> {
  const { personId } = requirePerson(context.actor);
  const reader = await getOwnAddress(context, { personId });
  const found = await findStoredRequest(context, input);
  if (!found) throw new DomainError("not_found");
  requireAddressee(reader, { request: found, hasLink: false });
  await decline(context, found.id, "TAB");
}

/**
 * The same with the link of the mail; the link decides, not who is signed in. RFC-34, GAP-047
 * @open the secret is the proof
 */
export async function declineContactRequestByLink(
  context: Context,
  input: ContactRequestLink,
): Promise<undefined> {
  const { id } = await getStoredRequest(context, input);
  await decline(context, id, "MAIL");
}

/**
 * Makes an account for the address that the request went to; when it is active, the two are contacts without another step.
 * Refuses with `conflict` a request that is not open, and otherwise as `register` does. RFC-24, RFC-28, RFC-29, GAP-030
 * @open the secret is the proof; `register` asks whether registration is open
 */
export async function registerByContactRequest(
  context: SteppingContext,
  input: LinkRegistrationInput,
): Promise<undefined> {
  const { secret, ...fields } = input;
  const request = await getStoredRequest(context, { secret });
  requireOpenRequest(request, context.now);
  await register(context, { ...fields, email: request.email }, { isInvited: true });
  // Afterwards, so that a refused registration leaves no trace. The account still waits for its activation.
  await context.step(({ db }) =>
    db.contactRequest.updateMany({
      where: { id: request.id, state: "PENDING" },
      data: { acceptsOnArrival: true },
    }),
  );
}

/**
 * Accepts what a person accepted by link before there was an account. Again it changes nothing. RFC-29, RFC-31
 * @open the reaction to an activated account asks; the address decides which requests
 */
export async function acceptOnArrival(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<void> {
  const reader = await getOwnAddress(context, input);
  if (!reader.isConfirmed) return;
  const waiting = await context.db.contactRequest.findMany({
    where: { emailNorm: reader.emailNorm, state: "PENDING", acceptsOnArrival: true },
    orderBy: { id: "asc" },
    select: { id: true, senderId: true },
  });
  const senders = waiting.map(({ senderId }) => PersonId.parse(senderId));
  await listLockedAccounts(context, { personIds: [input.personId, ...senders] });
  for (const { id } of waiting) {
    const request = await getLockedRequest(context, ContactRequestId.parse(id));
    if (stateNow(request, context.now) === "PENDING") {
      await becomeContacts(context, { request, reader, via: "MAIL" });
    }
  }
}

async function accept(context: Context, name: RequestName, via: Via): Promise<NewContactView> {
  const { personId } = requirePerson(context.actor);
  const found = await getStoredRequest(context, name);
  const hasLink = via === "MAIL";
  requireAddressee(await getOwnAddress(context, { personId }), { request: found, hasLink });
  const request = await lockPairAndRequest(context, { reader: personId, id: found.id });
  // Once more, under the lock: the address may just have changed.
  const reader = await getOwnAddress(context, { personId });
  requireAddressee(reader, { request, hasLink });
  if (hasLink) await confirmAddress(context, reader);
  const contact = { personId: request.senderId, name: request.senderName };
  if (request.state === "CONNECTED" && (await areConnected(context, personId, request.senderId))) {
    return contact;
  }
  requireOpenRequest(request, context.now);
  await becomeContacts(context, { request, reader, via });
  return contact;
}

async function decline(context: Context, id: ContactRequestId, via: Via): Promise<void> {
  const request = await getLockedRequest(context, id);
  if (request.state === "DECLINED") return;
  requireOpenRequest(request, context.now);
  const reader = await context.db.person.findUnique({
    where: { emailNorm: request.emailNorm },
    select: { id: true },
  });
  const addresseeId = reader && reader.id !== request.senderId ? PersonId.parse(reader.id) : null;
  await context.db.contactRequest.update({
    where: { id },
    data: { state: "DECLINED", decidedAt: context.now, decidedVia: via, addresseeId },
    select: { id: true },
  });
  const people = [request.senderId, ...(addresseeId ? [addresseeId] : [])];
  await announce(context, contactRequestClosed, { contactRequestId: id, people });
}

/** Accounts before requests, as everywhere. */
async function lockPairAndRequest(
  context: Context,
  { reader, id }: { readonly reader: PersonId; readonly id: ContactRequestId },
): Promise<StoredRequest> {
  const { senderId } = await getStoredRequest(context, { contactRequestId: id });
  await listLockedAccounts(context, { personIds: [reader, senderId] });
  return getLockedRequest(context, id);
}

/** Request and connection in one transaction. Whatever else is open between the two is settled with it. INV-07 */
async function becomeContacts(
  context: Context,
  done: { readonly request: StoredRequest; readonly reader: OwnAddress; readonly via: Via },
): Promise<void> {
  const { db, now } = context;
  const { request, via } = done;
  const readerId = PersonId.parse(done.reader.personId);
  const accepted = { state: "CONNECTED", decidedAt: now, decidedVia: via } as const;
  await db.contactRequest.update({
    where: { id: request.id },
    data: { ...accepted, addresseeId: readerId },
    select: { id: true },
  });
  const sender = await getOwnAddress(context, { personId: request.senderId });
  await db.contactRequest.updateMany({
    where: { senderId: readerId, emailNorm: sender.emailNorm, state: "PENDING" },
    data: { ...accepted, addresseeId: request.senderId },
  });
  await connect(context, { people: [request.senderId, readerId], source: "CONTACT_REQUEST" });
  await announce(context, contactRequestAccepted, {
    contactRequestId: request.id,
    people: [request.senderId, readerId],
  });
}

async function areConnected(context: Context, one: PersonId, other: PersonId): Promise<boolean> {
  const where = { ...pairOf([one, other]), endedAt: null };
  return (await context.db.connection.count({ where })) > 0;
}
