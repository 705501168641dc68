import { type APIRequestContext, expect } from "@playwright/test";
import type { z } from "zod";
import { type EventDraft, EventView } from "#lib/calendar/schema";
import { Admission } from "#lib/live/schema";
import type { Person } from "./cast.ts";

/** Signs in as a program does; the cookie stays in the browser that the requests belong to. */
export async function signIn(request: APIRequestContext, { username, password }: Person): Promise<void> {
  const answer = await request.post("/api/v1/sign-in-sessions", { data: { name: username, password } });
  expect(answer.status(), await answer.text()).toBe(200);
  expect(await answer.json()).toEqual({ kind: "signedIn" });
}

export type Draft = z.input<typeof EventDraft>;

/** Schedules an event as whoever is signed in there. */
export async function schedule(request: APIRequestContext, draft: Draft): Promise<EventView> {
  const answer = await request.post("/api/v1/events", { data: draft });
  expect(answer.status(), await answer.text()).toBe(200);
  return EventView.parse(await answer.json());
}

/** Asks to be let in; the caller looks at the answer. */
export function join(request: APIRequestContext, number: string, data: { readonly pin?: string } = {}) {
  return request.post(`/api/v1/conferences/${number}/admissions`, { data });
}

/** Is let in. */
export async function admission(request: APIRequestContext, number: string): Promise<Admission> {
  const answer = await join(request, number);
  expect(answer.status(), await answer.text()).toBe(200);
  return Admission.parse(await answer.json());
}
