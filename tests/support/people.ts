import "./environment.ts";
import { randomUUID } from "node:crypto";
import { createClient } from "#lib/adapters/database/client";
import {
  type Context,
  inTransaction,
  readingContext,
  type SteppingContext,
  steppingContext,
} from "#lib/adapters/database/context";
import { hashPassword } from "#lib/adapters/password-hash/argon2";
import type { Actor, Locale, PersonActor, RequestContext } from "#lib/shared/context";
import { OrganizationId, PersonId, SignInSessionId, StoredFileId } from "#lib/shared/ids";
import { testDatabaseUrl } from "./database.ts";

/** The client of a test's own database. */
export type TestClient = ReturnType<typeof createClient>;

/** Connects to this file's own database. The file disconnects in its `afterAll`. */
export async function connectTestDatabase(): Promise<TestClient> {
  return createClient(await testDatabaseUrl());
}

const fullNames: Readonly<Record<string, readonly [string, string]>> = {
  ada: ["Ada", "Lindqvist"],
  ben: ["Ben", "Okafor"],
  cleo: ["Cleo", "Marchetti"],
  dan: ["Dan", "Ueda"],
  eva: ["Eva", "Novak"],
  finn: ["Finn", "Aalto"],
  gita: ["Gita", "Rao"],
  hugo: ["Hugo", "Brandt"],
};

/** What a test wants to be special about a person; everything else is ordinary. */
export type PersonWish = {
  readonly username: string;
  /** Without it the account is individual. */
  readonly organizationId?: string;
  readonly organizationRole?: "ADMIN" | "USER";
  readonly departmentId?: string;
  /** `none` when left out; `temporary` is valid for 24 hours from `licenceFrom`. */
  readonly licence?: "permanent" | "none" | "temporary";
  readonly licenceFrom?: Date;
  readonly isServerAdmin?: boolean;
  readonly timeZone?: string;
  readonly locale?: Locale;
  /** Without it nobody can sign in with the account. */
  readonly password?: string;
  readonly mustChangePassword?: boolean;
  readonly state?: "WAITING_EMAIL" | "WAITING_TERMS" | "ACTIVE" | "DISABLED";
  readonly email?: string;
  /** True when left out, for the terms that come with the product. */
  readonly hasAcceptedTerms?: boolean;
};

const builtInTerms = { number: 1, acceptedAt: new Date("2026-01-01T00:00:00Z") };

/** An organization of this name; answers with its id. */
export async function createOrganization(db: TestClient, name: string): Promise<OrganizationId> {
  const { id } = await db.organization.create({ data: { name }, select: { id: true } });
  return OrganizationId.parse(id);
}

/** A person as the tests name them (ada, ben, cleo …), signed in with one session. */
export async function createPerson(db: TestClient, wish: PersonWish) {
  const [firstName, lastName] = fullNames[wish.username] ?? [capitalised(wish.username), "Example"];
  const email = wish.email ?? `${wish.username}@example.org`;
  const person = await db.person.create({
    data: {
      username: wish.username,
      email,
      emailNorm: email.toLowerCase(),
      passwordHash: wish.password === undefined ? null : await hashPassword(wish.password),
      mustChangePassword: wish.mustChangePassword ?? false,
      state: wish.state ?? "ACTIVE",
      isServerAdmin: wish.isServerAdmin ?? false,
      firstName,
      lastName,
      timeZone: wish.timeZone ?? "Europe/Berlin",
      locale: wish.locale ?? null,
      membership: wish.organizationId ? { create: membershipOf(wish, wish.organizationId) } : undefined,
      licenceGrant: licenceOf(wish),
      termsAcceptances: wish.hasAcceptedTerms === false ? undefined : { create: builtInTerms },
    },
  });
  return { actor: await signedIn(db, person.id), person };
}

/** Another browser in which the same person is signed in. */
export async function signedIn(db: TestClient, personId: string): Promise<PersonActor> {
  const session = await db.signInSession.create({
    data: { personId, expiresAt: new Date("2100-01-01T00:00:00Z") },
    select: { id: true, person: { include: { membership: true } } },
  });
  const { person } = session;
  return {
    kind: "person",
    personId: PersonId.parse(person.id),
    sessionId: SignInSessionId.parse(session.id),
    isServerAdmin: person.isServerAdmin,
    organization: person.membership
      ? { id: OrganizationId.parse(person.membership.organizationId), role: person.membership.role }
      : null,
    displayName: person.displayName ?? `${person.firstName} ${person.lastName}`,
    avatarId: StoredFileId.nullable().parse(person.avatarId),
    timeZone: person.timeZone,
    locale: person.locale === "en" || person.locale === "de" ? person.locale : null,
  };
}

/** Asks as this actor at this time: `run` a command in a transaction of its own, `step` one that opens its own, `ask` a query. */
export function contextFor(db: TestClient, actor: Actor, now: Date = new Date()) {
  const request: RequestContext = {
    actor,
    now,
    locale: actor.kind === "person" ? (actor.locale ?? "en") : "en",
    requestId: randomUUID(),
    address: "192.0.2.1",
    userAgent: "tests",
  };
  return {
    request,
    run: <Input, Result>(command: (context: Context, input: Input) => Promise<Result>, input: Input) =>
      inTransaction(request, db, (context) => command(context, input)),
    step: <Input, Result>(
      command: (context: SteppingContext, input: Input) => Promise<Result>,
      input: Input,
    ) => command(steppingContext(request, db), input),
    ask: <Input, Result>(query: (context: Context, input: Input) => Promise<Result>, input: Input) =>
      query(readingContext(request, db), input),
  };
}

/** Somebody who is not signed in. */
export const nobody: Actor = { kind: "anonymous" };

function membershipOf(wish: PersonWish, organizationId: string) {
  return { organizationId, role: wish.organizationRole ?? "USER", departmentId: wish.departmentId };
}

function licenceOf(wish: PersonWish) {
  const from = wish.licenceFrom ?? new Date();
  switch (wish.licence) {
    case "permanent":
      return { create: { kind: "PERMANENT" as const } };
    case "temporary":
      return {
        create: { kind: "TEMPORARY" as const, validUntil: new Date(from.getTime() + 24 * 60 * 60 * 1000) },
      };
    default:
      return undefined;
  }
}

function capitalised(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
