import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import { isUniqueViolation } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { endSessions } from "../commands.ts";
import { canMakeAdministrators, requireAccountAdministrator } from "../policy.ts";
import { getFreeUsername, getReopenedState, listTakenNames } from "./queries.ts";

/** An account as it begins. The password comes hashed; without one nobody can sign in with it. */
export type NewAccount = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Made of the names when absent. */
  readonly username?: string;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly timeZone: string;
  readonly locale?: "en" | "de" | null;
  readonly isServerAdmin?: boolean;
  /** Waits for the terms to be accepted when absent. GAP-002 */
  readonly state?: "WAITING_TERMS" | "ACTIVE";
};

/**
 * Opens an account. Refuses with `invalid_input` at `username` or `email` when somebody has it (INV-10); only the
 * portal itself makes a server administrator (INV-43). SIG-08, ADM-04
 */
export async function openAccount(context: Context, input: NewAccount): Promise<PersonId> {
  requireAccountAdministrator(context.actor);
  if (input.isServerAdmin && !canMakeAdministrators(context.actor)) throw new DomainError("forbidden");
  const emailNorm = normalized(input.email);
  const username = input.username ?? (await getFreeUsername(context, input));
  const taken = await listTakenNames(context, { username, emailNorm });
  if (taken.length > 0) {
    throw new DomainError("invalid_input", {
      fields: taken.map((field) => ({ field, reason: field === "email" ? "emailTaken" : "usernameTaken" })),
    });
  }
  const id = await insertPerson(context, { ...input, username, emailNorm });
  await recordAudit(context, {
    action: "person.created",
    targetType: "person",
    targetId: id,
    details: { username, isServerAdmin: input.isServerAdmin ?? false },
  });
  return PersonId.parse(id);
}

/**
 * Closes an account: no sign-in, all sessions end. Closing a closed one changes nothing. Refuses with `conflict` when no
 * active server administrator would be left.
 */
export async function disablePerson(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<undefined> {
  requireAccountAdministrator(context.actor);
  const { personId } = input;
  await requireOtherAdministrator(context, personId);
  const { count } = await context.db.person.updateMany({
    where: { id: personId, state: { not: "DISABLED" } },
    data: { state: "DISABLED" },
  });
  if (count === 0) return requireExisting(context, personId);
  await endSessions(context, { personId, reason: "disabled" });
  await recordAudit(context, { action: "person.disabled", targetType: "person", targetId: personId });
}

/** Opens a closed account again, at the step it had come to; an open one stays as it is. GAP-002 */
export async function enablePerson(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<undefined> {
  requireAccountAdministrator(context.actor);
  const { personId } = input;
  const { count } = await context.db.person.updateMany({
    where: { id: personId, state: "DISABLED" },
    data: { state: await getReopenedState(context, personId) },
  });
  if (count === 0) return requireExisting(context, personId);
  await recordAudit(context, { action: "person.enabled", targetType: "person", targetId: personId });
}

/**
 * Notes that an account's address is its owner's, unless that is known already.
 * @open the commands that call it took a secret that only a mail to this address carried
 */
export async function confirmAddress(
  context: Context,
  input: { readonly personId: PersonId; readonly emailNorm: string },
): Promise<void> {
  await context.db.person.updateMany({
    where: { id: input.personId, emailNorm: input.emailNorm, emailVerifiedAt: null },
    data: { emailVerifiedAt: context.now },
  });
}

async function insertPerson(
  context: Context,
  account: NewAccount & { readonly username: string; readonly emailNorm: string },
): Promise<string> {
  try {
    const { id } = await context.db.person.create({
      data: {
        ...account,
        locale: account.locale ?? null,
        isServerAdmin: account.isServerAdmin ?? false,
        state: account.state ?? "WAITING_TERMS",
        createdAt: context.now,
      },
      select: { id: true },
    });
    return id;
  } catch (cause) {
    // Somebody took the name between the look and the insert.
    if (isUniqueViolation(cause)) throw new DomainError("conflict", { reason: "nameJustTaken" }, { cause });
    throw cause;
  }
}

/** Locks the administrators in one order, so that two who disable each other at once cannot both succeed. */
async function requireOtherAdministrator(context: Context, personId: PersonId): Promise<void> {
  const administrators = await context.db.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "Person" WHERE "isServerAdmin" AND "state" = 'ACTIVE' ORDER BY "id" FOR UPDATE`;
  const isLast = administrators.length === 1 && administrators[0]?.id === personId;
  if (isLast) throw new DomainError("conflict", { reason: "lastAdministrator" });
}

async function requireExisting(context: Context, personId: PersonId): Promise<undefined> {
  const known = await context.db.person.count({ where: { id: personId } });
  if (known === 0) throw new DomainError("not_found");
}
