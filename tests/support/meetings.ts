import type { z } from "zod";
import { EventDraft, EventWindow } from "#lib/calendar/schema";
import type { PersonId } from "#lib/shared/ids";
import { createOrganization, createPerson, type TestClient } from "./people.ts";

/** The clock of these tests: a Sunday noon in Berlin, before everything that is planned in them. */
export const now = new Date("2026-11-22T11:00:00Z");

/** A draft with a title, a start and a zone, and what a test wants to be different. */
export function draftOf(wish: Partial<z.input<typeof EventDraft>> = {}): EventDraft {
  return EventDraft.parse({
    title: "Weekly planning",
    localStart: "2026-11-24T10:00",
    timeZone: "Europe/Berlin",
    ...wish,
  });
}

/** Weekly on Tuesdays, without an end. */
export const weekly = { frequency: "weekly", interval: 1, ends: { kind: "never" } } as const;

/** A stretch of days from midnight to midnight UTC. */
export function daysFrom(first: string, last: string): EventWindow {
  return EventWindow.parse({ from: `${first}T00:00:00Z`, to: `${last}T00:00:00Z` });
}

/** Invites an account. */
export function person(
  who: { readonly actor: { readonly personId: PersonId } },
  role: "MODERATOR" | "PARTICIPANT" = "PARTICIPANT",
) {
  return { kind: "person", personId: who.actor.personId, role } as const;
}

/** Invites an address. */
export function address(email: string, name?: string) {
  return { kind: "email", email, name } as const;
}

/** Ada organizes; Ben, Cleo and Dan are colleagues; Finn belongs to another organization, Gita to none. */
export async function createHouse(db: TestClient) {
  const organizationId = await createOrganization(db, "Nordlicht");
  const elsewhere = await createOrganization(db, "Elsewhere");
  return {
    ada: await createPerson(db, { username: "ada", organizationId, locale: "en" }),
    ben: await createPerson(db, {
      username: "ben",
      organizationId,
      locale: "de",
      timeZone: "America/New_York",
    }),
    cleo: await createPerson(db, { username: "cleo", organizationId }),
    dan: await createPerson(db, { username: "dan", organizationId }),
    finn: await createPerson(db, { username: "finn", organizationId: elsewhere }),
    gita: await createPerson(db, { username: "gita" }),
  };
}

export type House = Awaited<ReturnType<typeof createHouse>>;
