import { createHash, randomBytes } from "node:crypto";
import type { RecurrenceRule } from "#lib/calendar/recurrence-rule";
import { plannedTimes } from "#lib/calendar/series";
import { addDays, LocalDateTime, localDateOf } from "#lib/shared/time";
import { makeCast, type Person } from "../../journeys/support/cast.ts";
import type { MeasuredPortal } from "./bench.ts";

export type { Person } from "../../journeys/support/cast.ts";

/** Zone of everybody here; it has clock changes. */
export const timeZone = "Europe/Berlin";

/** Two people of one organization, licensed, in a fresh house each time. */
export async function twoPeople({ db }: Pick<MeasuredPortal, "db">): Promise<readonly [Person, Person]> {
  const cast = await makeCast(db);
  return [await cast.person("Ada"), await cast.person("Ben")];
}

const firstNames = ["Ada", "Ben", "Cleo", "Dan", "Eva", "Finn"] as const;

/** As many people, so that nobody signs in twice at once: whoever does may be taken for somebody who guesses. */
export async function manyPeople(
  { db }: Pick<MeasuredPortal, "db">,
  count: number,
): Promise<readonly Person[]> {
  const people: Person[] = [];
  while (people.length < count) {
    const cast = await makeCast(db);
    for (const name of firstNames) people.push(await cast.person(name));
  }
  return people.slice(0, count);
}

/** A virtual room of the first person to which the second is invited; answers with its path. */
export async function makeRoom(
  { db }: Pick<MeasuredPortal, "db">,
  [owner, guest]: readonly [Person, Person],
): Promise<string> {
  const number = nextNumber();
  await db.conference.create({
    data: {
      number,
      kind: "ROOM",
      title: "Studio",
      ownerId: owner.id,
      participants: { create: { personId: guest.id } },
    },
  });
  return `/c/${number}`;
}

/** Of ten series, how often which rule stands: about nine occurrences a month each, as in a busy calendar. */
const rules: readonly RecurrenceRule[] = [
  ...Array<RecurrenceRule>(3).fill({ ...each("weekly"), weekdays: ["MO", "TU", "WE", "TH", "FR"] }),
  ...Array<RecurrenceRule>(5).fill(each("weekly")),
  { ...each("weekly"), interval: 2 },
  { ...each("monthly"), monthly: { by: "weekday", position: 2, weekday: "TH" } },
];

function each<Frequency extends "weekly" | "monthly">(frequency: Frequency) {
  return { frequency, interval: 1, ends: { kind: "never" } } as const;
}

/** Zones of the series: with clock changes and without, and one of half an hour. */
const zones = [timeZone, "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"] as const;

/** Times of a series that began a year or two ago. */
export function seriesTimes(index: number) {
  const day = addDays(localDateOf(new Date(), timeZone), -400 - (index % 365));
  const localStart = LocalDateTime.parse(
    `${day}T${String(8 + (index % 10)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`,
  );
  return planned({
    localStart,
    rule: rules[index % rules.length] ?? null,
    timeZone: zones[Math.floor(index / rules.length) % zones.length] ?? timeZone,
  });
}

/** Times of a single event within a year around today. */
function singleTimes(index: number) {
  const day = addDays(localDateOf(new Date(), timeZone), (index % 365) - 182);
  return planned({ localStart: LocalDateTime.parse(`${day}T11:00`), rule: null });
}

function planned(draft: {
  readonly localStart: LocalDateTime;
  readonly rule: RecurrenceRule | null;
  readonly timeZone?: string;
}) {
  const plan = plannedTimes({ timeZone, durationMinutes: 45, ...draft }, []);
  if (plan.kind === "refused") throw new Error(`a rule of the bench is refused: ${plan.reason}`);
  return plan;
}

/** Gives a person this many series, or as many events of which every second is a series, each with its conference. */
export async function fillCalendar(
  { db }: Pick<MeasuredPortal, "db">,
  person: Person,
  wish: { readonly count: number; readonly isMixed?: boolean },
): Promise<void> {
  const numbers = Array.from({ length: wish.count }, nextNumber);
  const title = (index: number) => `Meeting ${index + 1} of the bench`;
  const conferences = await db.conference.createManyAndReturn({
    data: numbers.map((number, index) => ({
      number,
      kind: "SCHEDULED" as const,
      title: title(index),
      ownerId: person.id,
    })),
    select: { id: true },
  });
  await db.event.createMany({
    data: conferences.map(({ id }, index) => {
      const { times, windowStart, windowEnd } =
        wish.isMixed && index % 2 ? singleTimes(index) : seriesTimes(index);
      const { exceptions: _, ...stored } = times;
      return {
        ...stored,
        uid: `${id}@bench`,
        organizerId: person.id,
        conferenceId: id,
        title: title(index),
        description: "What is to be talked about, and what everybody should have read before.",
        windowStart,
        windowEnd,
      };
    }),
  });
  await db.$executeRaw`ANALYZE`;
}

/** A calendar feed of this person; answers with its path. */
export async function makeFeed({ db }: Pick<MeasuredPortal, "db">, person: Person): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("hex");
  await db.calendarFeed.create({ data: { personId: person.id, tokenHash } });
  return `/api/calendar-feeds/${token}.ics`;
}

function nextNumber(): string {
  return String((randomBytes(6).readUIntBE(0, 6) % 9_000_000_000) + 1_000_000_000);
}
