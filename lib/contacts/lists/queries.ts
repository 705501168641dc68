import "server-only";
import { nameConditions } from "#lib/accounts/people/name-search";
import { requirePerson } from "#lib/accounts/policy";
import type { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { ContactRequestId, PersonId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { getOwnAddress } from "../answers/queries.ts";
import {
  readableConnections,
  readableContacts,
  readableReceivedRequests,
  readableSentRequests,
} from "../policy.ts";
import { sentStates, stateNow } from "../request-state.ts";
import {
  type ContactCounts,
  type ContactKey,
  type ContactPage,
  type ContactPerson,
  type ContactRequestKey,
  type ContactSearch,
  type ContactView,
  contactPageSize,
  contactRequestLimits,
  type ReceivedRequestPage,
  type SentRequestPage,
  type SentRequestView,
} from "../schema.ts";

const personColumns = {
  id: true,
  firstName: true,
  lastName: true,
  displayName: true,
  avatarId: true,
} satisfies Prisma.PersonSelect;

const sentColumns = {
  id: true,
  email: true,
  message: true,
  state: true,
  sentCount: true,
  createdAt: true,
  lastSentAt: true,
  expiresAt: true,
  decidedAt: true,
  addressee: { select: personColumns },
} satisfies Prisma.ContactRequestSelect;

type SentRow = Prisma.ContactRequestGetPayload<{ select: typeof sentColumns }>;

/** Every request that the actor sent, newest first, a page at a time. RFC-14, RFC-15, GAP-049 */
export async function listSentRequests(context: Context, input: ContactSearch): Promise<SentRequestPage> {
  const where = {
    AND: [readableSentRequests(context.actor), ...wordsOf(input).map(sentMatching)],
  } satisfies Prisma.ContactRequestWhereInput;
  const [total, rows] = await Promise.all([
    context.db.contactRequest.count({ where }),
    context.db.contactRequest.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...partOf(input),
      select: sentColumns,
    }),
  ]);
  return { requests: await sentViews(context, rows), total, page: input.page, pageSize: contactPageSize };
}

/** One request that the actor sent. */
export async function getSentRequest(context: Context, input: ContactRequestKey): Promise<SentRequestView> {
  const rows = await context.db.contactRequest.findMany({
    where: { AND: [readableSentRequests(context.actor), { id: input.contactRequestId }] },
    select: sentColumns,
  });
  const [view] = await sentViews(context, rows);
  if (!view) throw new DomainError("not_found");
  return view;
}

/** The open requests to the actor's confirmed address, newest first, a page at a time. RFC-16, RFC-42, GAP-049 */
export async function listReceivedRequests(
  context: Context,
  input: ContactSearch,
): Promise<ReceivedRequestPage> {
  const { personId } = requirePerson(context.actor);
  const reader = await getOwnAddress(context, { personId });
  const where = {
    AND: [readableReceivedRequests(reader, context.now), ...wordsOf(input).map(receivedMatching)],
  } satisfies Prisma.ContactRequestWhereInput;
  const [total, rows] = await Promise.all([
    context.db.contactRequest.count({ where }),
    context.db.contactRequest.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...partOf(input),
      select: {
        id: true,
        message: true,
        createdAt: true,
        expiresAt: true,
        sender: { select: personColumns },
      },
    }),
  ]);
  const requests = rows.map(({ id, message, createdAt, expiresAt, sender }) => ({
    id: ContactRequestId.parse(id),
    from: contactPerson(sender),
    message,
    sentAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
  const { isConfirmed: isAddressConfirmed } = reader;
  return { requests, isAddressConfirmed, total, page: input.page, pageSize: contactPageSize };
}

/** The people to whom the actor is connected, by name, a page at a time. RFC-26, RFC-27, GAP-049 */
export async function listContacts(context: Context, input: ContactSearch): Promise<ContactPage> {
  // The own contacts by their index, and only then the search among them: the portal may have many people.
  const since = await connections(context, readableConnections(context.actor));
  const where = { id: { in: [...since.keys()] }, AND: nameConditions(input.query) };
  const [total, people] = await Promise.all([
    context.db.person.count({ where }),
    context.db.person.findMany({
      where,
      orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
      ...partOf(input),
      select: { ...personColumns, email: true },
    }),
  ]);
  const requests = await requestsWith(
    context,
    people.map(({ id }) => id),
  );
  const contacts = people.map(
    (person): ContactView => ({
      person: contactPerson(person),
      email: person.email,
      message: requests.get(person.id)?.message ?? null,
      isOwnRequest: requests.get(person.id)?.isOwn ?? null,
      since: (since.get(person.id) ?? context.now).toISOString(),
    }),
  );
  return { contacts, total, page: input.page, pageSize: contactPageSize };
}

/** Somebody to whom the actor is connected now; null for everybody else. RFC-25 */
export async function findContact(context: Context, input: ContactKey): Promise<ContactPerson | null> {
  const person = await context.db.person.findFirst({
    where: { AND: [readableContacts(context.actor), { id: input.personId }] },
    select: personColumns,
  });
  return person && contactPerson(person);
}

/** How many contacts, received and sent requests the actor has. RFC-05 */
export async function getContactCounts(context: Context): Promise<ContactCounts> {
  const { personId } = requirePerson(context.actor);
  const reader = await getOwnAddress(context, { personId });
  const { db, actor, now } = context;
  const [connected, received, sent] = await Promise.all([
    db.connection.count({ where: readableConnections(actor) }),
    db.contactRequest.count({ where: readableReceivedRequests(reader, now) }),
    db.contactRequest.count({ where: readableSentRequests(actor) }),
  ]);
  return { connected, received, sent };
}

async function sentViews(context: Context, rows: readonly SentRow[]): Promise<SentRequestView[]> {
  const accepted = rows.flatMap(({ addressee }) => (addressee ? [addressee.id] : []));
  const live = await connectionsWith(context, accepted);
  return rows.map((row) => sentView(row, { now: context.now, live }));
}

/** Who the account of an address belongs to is told only by its acceptance. */
function sentView(
  row: SentRow,
  { now, live }: { readonly now: Date; readonly live: ReadonlyMap<string, Date> },
): SentRequestView {
  const state = stateNow({ ...row, isSenderActive: true }, now);
  const person = state === "CONNECTED" ? row.addressee : null;
  const isOver = person !== null && !live.has(person.id);
  return {
    id: ContactRequestId.parse(row.id),
    email: row.email,
    person: person && contactPerson(person),
    message: row.message,
    state: isOver ? "ended" : sentStates[state],
    sentAt: row.createdAt.toISOString(),
    lastSentAt: row.lastSentAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    mayResend: state === "PENDING" && row.sentCount < contactRequestLimits.mails,
  };
}

/** Since when the actor is connected to each of these people; who is no contact is left out. */
function connectionsWith(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { personId } = requirePerson(context.actor);
  const others = { in: [...ids] };
  return connections(context, {
    endedAt: null,
    OR: [
      { personAId: personId, personBId: others },
      { personBId: personId, personAId: others },
    ],
  });
}

/** Of these pairs the one that is not the actor, and since when. */
async function connections(
  context: Context,
  where: Prisma.ConnectionWhereInput,
): Promise<ReadonlyMap<string, Date>> {
  const { personId } = requirePerson(context.actor);
  const rows = await context.db.connection.findMany({
    where,
    select: { personAId: true, personBId: true, since: true },
  });
  return new Map(
    rows.map(({ personAId, personBId, since }) => [personAId === personId ? personBId : personAId, since]),
  );
}

type MadeBy = { readonly message: string; readonly isOwn: boolean };

/** The request by which each of these people became a contact, the last one counts. */
async function requestsWith(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, MadeBy>> {
  const { personId } = requirePerson(context.actor);
  const others = { in: [...ids] };
  const rows = await context.db.contactRequest.findMany({
    where: {
      state: "CONNECTED",
      OR: [
        { senderId: personId, addresseeId: others },
        { senderId: others, addresseeId: personId },
      ],
    },
    orderBy: { decidedAt: "asc" },
    select: { senderId: true, addresseeId: true, message: true },
  });
  return new Map(
    rows.map(({ senderId, addresseeId, message }) => {
      const isOwn = senderId === personId;
      return [(isOwn ? addresseeId : senderId) ?? "", { message, isOwn }];
    }),
  );
}

function contactPerson(person: Prisma.PersonGetPayload<{ select: typeof personColumns }>): ContactPerson {
  return { id: PersonId.parse(person.id), name: displayNameOf(person), avatarId: person.avatarId };
}

function partOf({ page }: ContactSearch) {
  return { skip: (page - 1) * contactPageSize, take: contactPageSize };
}

function wordsOf({ query }: ContactSearch): readonly string[] {
  return (query?.split(/\s+/) ?? []).filter((word) => word !== "");
}

function containing(word: string) {
  // The database would take % and _ for placeholders.
  return { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
}

/** A name counts only where it is shown, or searching would tell whose address it is. */
function sentMatching(word: string): Prisma.ContactRequestWhereInput {
  const matching = containing(word);
  const named = {
    OR: [{ firstName: matching }, { lastName: matching }, { displayName: matching }],
  };
  return {
    OR: [{ email: matching }, { message: matching }, { state: "CONNECTED", addressee: { is: named } }],
  };
}

function receivedMatching(word: string): Prisma.ContactRequestWhereInput {
  const matching = containing(word);
  const named = {
    OR: [{ firstName: matching }, { lastName: matching }, { displayName: matching }],
  };
  return { OR: [{ message: matching }, { sender: { is: named } }] };
}
