import { type ConferenceSettings, openConference } from "#lib/conferences/commands";
import type { ConferenceKind } from "#lib/conferences/schema";
import type { Actor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";
import { contextFor, createOrganization, createPerson, type TestClient } from "./people.ts";

/** A private room without PIN and people, and what a test wants to be different. */
export function settingsOf(
  wish: Partial<ConferenceSettings> & { readonly kind?: ConferenceKind } = {},
): ConferenceSettings & { readonly kind: ConferenceKind } {
  return {
    kind: "ROOM",
    title: "Studio",
    access: "PRIVATE",
    mode: "EQUAL",
    pin: null,
    location: null,
    isRecordingPlanned: false,
    participants: [],
    ...wish,
  };
}

/** Ada hosts; Ben and Cleo are colleagues with licences, Dan is one without; Eva has a licence and no organization. */
export async function createCast(db: TestClient) {
  const organizationId = await createOrganization(db, "Nordlicht");
  const licence = "permanent";
  return {
    ada: await createPerson(db, { username: "ada", organizationId, licence }),
    ben: await createPerson(db, { username: "ben", organizationId, licence }),
    cleo: await createPerson(db, { username: "cleo", organizationId, licence }),
    dan: await createPerson(db, { username: "dan", organizationId }),
    eva: await createPerson(db, { username: "eva", licence }),
  };
}

export type Cast = Awaited<ReturnType<typeof createCast>>;

/** Opens a conference as this actor. */
export function opened(db: TestClient, actor: Actor, wish: Parameters<typeof settingsOf>[0] = {}) {
  return contextFor(db, actor).run(openConference, settingsOf(wish));
}

/** Invites an account of the cast. */
export function invite({ actor }: Cast[keyof Cast], role: "MODERATOR" | "PARTICIPANT" = "PARTICIPANT") {
  return { kind: "person", personId: actor.personId, role } as const;
}

/** The refusal that the work ends with; anything else fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<DomainError> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof DomainError) return outcome;
  throw new Error("expected a refusal", { cause: outcome });
}

/** Every fact announced about the conference so far, in the order of the announcements. */
export async function factsAbout(db: TestClient, conferenceId: string) {
  return db.$queryRaw<{ name: string; payload: Record<string, unknown> }[]>`
    SELECT data->'payload'->>'name' AS name, data->'payload'->'payload' AS payload
    FROM pgboss.job
    WHERE data->>'name' = 'fact' AND data->'payload'->'payload'->>'conferenceId' = ${conferenceId}
    ORDER BY created_on, data->'payload'->>'factId'`;
}
