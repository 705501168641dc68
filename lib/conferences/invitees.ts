import { ConferenceId, PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { type ConferenceHint, ConferenceNumber, type ConferenceRole, type Invitee } from "./schema.ts";

/** A row of the invited list: an account, or an address without one that is known. */
export type InvitedRow = {
  readonly personId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly emailNorm: string | null;
  readonly role: ConferenceRole;
};

/** An account that an address belongs to. */
export type KnownAddress = { readonly personId: string; readonly emailNorm: string };

/**
 * The invited list of a conference: addresses of known accounts become the accounts, the owner is left out, and whoever
 * is named twice stands in it once, as moderator if either says so. GAP-014
 */
export function invitedRows(
  invitees: readonly Invitee[],
  known: { readonly ownerId: string; readonly addresses: readonly KnownAddress[] },
): readonly InvitedRow[] {
  const personOf = new Map(known.addresses.map(({ emailNorm, personId }) => [emailNorm, personId]));
  const rows = new Map<string, InvitedRow>();
  for (const invitee of invitees) {
    const row = rowOf(invitee, personOf);
    if (row.personId === known.ownerId) continue;
    const key = row.personId ?? row.emailNorm ?? "";
    const earlier = rows.get(key);
    const role = earlier?.role === "MODERATOR" ? "MODERATOR" : row.role;
    rows.set(key, { ...(earlier ?? row), role });
  }
  return [...rows.values()];
}

function rowOf(invitee: Invitee, personOf: ReadonlyMap<string, string>): InvitedRow {
  const nameless = { name: null, email: null, emailNorm: null };
  if (invitee.kind === "person") return { ...nameless, personId: invitee.personId, role: invitee.role };
  const emailNorm = normalized(invitee.email);
  const personId = personOf.get(emailNorm);
  if (personId) return { ...nameless, personId, role: invitee.role };
  return { personId: null, name: invitee.name ?? null, email: invitee.email, emailNorm, role: invitee.role };
}

/** What the pages of its people hear about a conference. */
export function hintOf({ id, number }: { readonly id: string; readonly number: string }): ConferenceHint {
  return { conferenceId: ConferenceId.parse(id), number: ConferenceNumber.parse(number) };
}

/** The owner and the invited accounts, each once. */
export function peopleOf(
  { ownerId }: { readonly ownerId: string },
  participants: readonly { readonly personId: string | null }[],
): PersonId[] {
  const ids = participants.flatMap(({ personId }) => personId ?? []);
  return [...new Set([ownerId, ...ids])].map((id) => PersonId.parse(id));
}
