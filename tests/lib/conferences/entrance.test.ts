import { describe, expect, test } from "vitest";
import { asksPin, type EntranceFacts, type EntranceReason, entrance } from "#lib/conferences/entrance";
import { type Occurrence, openingOf } from "#lib/conferences/opening";

const occurrence: Occurrence = {
  startsAt: new Date("2026-11-24T09:00:00Z"),
  endsAt: new Date("2026-11-24T10:00:00Z"),
  timeZone: "Europe/Berlin",
};
const during = new Date("2026-11-24T09:30:00Z");
const later = new Date("2026-11-24T09:31:00Z");

type Conference = NonNullable<EntranceFacts["conference"]>;
type Person = NonNullable<EntranceFacts["person"]>;

function factsOf(wish: {
  readonly now?: Date;
  readonly conference?: Partial<Conference> | null;
  readonly person?: Partial<Person> | null;
  readonly pin?: EntranceFacts["pin"];
  readonly pinPausedUntil?: Date | null;
}): EntranceFacts {
  const conference: Conference = {
    access: "PRIVATE",
    isCancelled: false,
    isLocked: false,
    hasPin: false,
    hasSession: false,
    opening: { kind: "always" },
  };
  const person: Person = { role: "PARTICIPANT", hasLicence: true, isReturning: false };
  return {
    now: wish.now ?? during,
    conference: wish.conference === null ? null : { ...conference, ...wish.conference },
    person: wish.person === null ? null : { ...person, ...wish.person },
    pin: wish.pin ?? "missing",
    pinPausedUntil: wish.pinPausedUntil ?? null,
  };
}

const verdict = (facts: EntranceFacts) => {
  const decision = entrance(facts);
  return decision.kind === "admitted" ? decision.role : decision.reason;
};

function* product<Axes extends Readonly<Record<string, readonly unknown[]>>>(
  axes: Axes,
): Generator<{ [Key in keyof Axes]: Axes[Key][number] }> {
  const names = Object.keys(axes);
  const total = names.reduce((count, name) => count * (axes[name]?.length ?? 0), 1);
  for (let index = 0; index < total; index += 1) {
    let rest = index;
    const entries = names.map((name) => {
      const values = axes[name] ?? [];
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return [name, value];
    });
    yield Object.fromEntries(entries);
  }
}

const axes = {
  exists: [true, false],
  isCancelled: [false, true],
  access: ["PRIVATE", "PUBLIC"],
  who: ["OWNER", "MODERATOR", "PARTICIPANT", "uninvited", "nobody"],
  hasLicence: [true, false],
  isLocked: [false, true],
  isReturning: [false, true],
  hasPin: [false, true],
  pin: ["missing", "wrong", "right"],
  isPaused: [false, true],
  time: ["early", "open", "late"],
  hasSession: [false, true],
} as const;

/** The checks as the glossary lists them, each said on its own; the first one that fails is the answer. */
const checks: readonly (readonly [EntranceReason, (one: Case) => boolean])[] = [
  ["signInNeeded", (one) => one.who !== "nobody" || (one.exists && one.access === "PUBLIC")],
  ["conferenceUnknown", (one) => one.exists && (one.access === "PUBLIC" || one.who !== "uninvited")],
  ["conferenceCancelled", (one) => !one.isCancelled],
  ["licenceMissing", (one) => one.who === "nobody" || one.hasLicence],
  [
    "conferenceLocked",
    (one) => !one.isLocked || one.who === "OWNER" || (one.isReturning && one.who !== "nobody"),
  ],
  ["pinPaused", (one) => !one.hasPin || one.who === "OWNER" || !one.isPaused],
  ["pinNeeded", (one) => !one.hasPin || one.who === "OWNER" || one.pin !== "missing"],
  ["pinWrong", (one) => !one.hasPin || one.who === "OWNER" || one.pin !== "wrong"],
  ["tooEarly", (one) => one.time !== "early" || one.hasSession],
  ["over", (one) => one.time !== "late" || one.hasSession],
];

type Case = ReturnType<typeof product<typeof axes>> extends Generator<infer One> ? One : never;

const times = {
  // The day before, so that the hosts are early too.
  early: new Date("2026-11-23T12:00:00Z"),
  open: during,
  late: new Date("2026-11-24T12:00:00Z"),
} as const;

function factsOfCase(one: Case): EntranceFacts {
  const { isCancelled, access, isLocked, hasPin, hasSession, hasLicence, isReturning, pin } = one;
  const opening = openingOf(occurrence);
  const role = one.who === "nobody" || one.who === "uninvited" ? null : one.who;
  const now = times[one.time];
  return {
    now,
    conference: one.exists ? { access, isCancelled, isLocked, hasPin, hasSession, opening } : null,
    person: one.who === "nobody" ? null : { role, hasLicence, isReturning },
    pin,
    pinPausedUntil: one.isPaused ? new Date(now.getTime() + 1) : null,
  };
}

describe("the join decision", () => {
  test("INV-20 CNF-14 CNF-15 CNF-16 CNF-17 PRO-01 in every combination exactly the first check that fails decides", () => {
    const seen = new Map<string, number>();
    for (const one of product(axes)) {
      const failed = checks.find(([, holds]) => !holds(one))?.[0];
      const admittedAs = one.who === "nobody" ? "GUEST" : one.who === "uninvited" ? "PARTICIPANT" : one.who;
      const expected = failed ?? admittedAs;
      if (verdict(factsOfCase(one)) !== expected) {
        throw new Error(`${verdict(factsOfCase(one))} instead of ${expected}: ${JSON.stringify(one)}`);
      }
      seen.set(expected, (seen.get(expected) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(
      [...checks.map(([reason]) => reason), "OWNER", "MODERATOR", "PARTICIPANT", "GUEST"].sort(),
    );
    expect([...seen.values()].reduce((sum, count) => sum + count)).toBe(23_040);
  });

  test.each([
    ["PRO-02", "PARTICIPANT"],
    ["PRO-03", "OWNER"],
    ["PRO-04", "MODERATOR"],
  ] as const)("%s without a PRO licence the %s is refused", (_, role) => {
    expect(entrance(factsOf({ person: { role, hasLicence: false } }))).toEqual({
      kind: "refused",
      code: "forbidden",
      reason: "licenceMissing",
      values: {},
    });
    expect(verdict(factsOf({ person: { role, hasLicence: true } }))).toBe(role);
  });

  test("GAP-094 a guest of a public conference needs neither account nor licence, but its PIN", () => {
    const guest = { person: null, conference: { access: "PUBLIC", hasPin: true } } as const;
    expect(verdict(factsOf(guest))).toBe("pinNeeded");
    expect(verdict(factsOf({ ...guest, pin: "wrong" }))).toBe("pinWrong");
    expect(verdict(factsOf({ ...guest, pin: "right" }))).toBe("GUEST");
  });

  test("MTG-04 nobody learns by guessing which numbers exist", () => {
    const unknown = entrance(factsOf({ conference: null, person: { role: null } }));
    const uninvited = entrance(factsOf({ person: { role: null } }));
    const cancelled = entrance(factsOf({ person: { role: null }, conference: { isCancelled: true } }));
    expect(uninvited).toEqual(unknown);
    expect(cancelled).toEqual(unknown);
    expect(unknown).toMatchObject({ code: "not_found" });
    expect(entrance(factsOf({ person: null }))).toEqual(
      entrance(factsOf({ person: null, conference: null })),
    );
  });

  test("GAP-092 CNF-17 while it is locked the owner and whoever was inside may return, and nobody else may enter", () => {
    const locked = { isLocked: true, hasSession: true };
    expect(verdict(factsOf({ conference: locked }))).toBe("conferenceLocked");
    expect(verdict(factsOf({ conference: locked, person: { role: "MODERATOR" } }))).toBe("conferenceLocked");
    expect(verdict(factsOf({ conference: locked, person: { isReturning: true } }))).toBe("PARTICIPANT");
    expect(verdict(factsOf({ conference: locked, person: { role: "OWNER" } }))).toBe("OWNER");
  });

  test("GAP-093 the pause refuses the right PIN too, until its very last moment", () => {
    const paused = { conference: { hasPin: true }, pin: "right" } as const;
    expect(entrance(factsOf({ ...paused, pinPausedUntil: later }))).toEqual({
      kind: "refused",
      code: "limit_reached",
      reason: "pinPaused",
      values: { until: later.toISOString() },
    });
    expect(verdict(factsOf({ ...paused, pinPausedUntil: during }))).toBe("PARTICIPANT");
  });

  test("GAP-093 everybody but the owner is asked for the PIN", () => {
    expect(asksPin(factsOf({ conference: { hasPin: true }, person: { role: "OWNER" } }))).toBe(false);
    expect(asksPin(factsOf({ conference: { hasPin: true }, person: { role: "MODERATOR" } }))).toBe(true);
    expect(asksPin(factsOf({ conference: { hasPin: false } }))).toBe(false);
    expect(verdict(factsOf({ conference: { hasPin: true }, person: { role: "OWNER" } }))).toBe("OWNER");
  });

  test("the preview before a PIN was typed leaves it out", () => {
    expect(verdict(factsOf({ conference: { hasPin: true }, pin: "unasked" }))).toBe("PARTICIPANT");
  });

  test("the media grants allow camera, microphone and screen, and nothing that names a room or administers it", () => {
    expect(entrance(factsOf({}))).toEqual({
      kind: "admitted",
      role: "PARTICIPANT",
      grants: { sources: ["camera", "microphone", "screen_share", "screen_share_audio"] },
    });
  });
});

describe("the allowed time", () => {
  const at = (now: string, role: Person["role"], conference: Partial<Conference> = {}) =>
    verdict(
      factsOf({
        now: new Date(now),
        person: { role },
        conference: { opening: openingOf(occurrence), ...conference },
      }),
    );

  test("a scheduled conference opens 15 minutes before its start and closes two hours after its end", () => {
    expect(at("2026-11-24T08:44:59Z", "PARTICIPANT")).toBe("tooEarly");
    expect(at("2026-11-24T08:45:00Z", "PARTICIPANT")).toBe("PARTICIPANT");
    expect(at("2026-11-24T11:59:59Z", "PARTICIPANT")).toBe("PARTICIPANT");
    expect(at("2026-11-24T12:00:00Z", "PARTICIPANT")).toBe("over");
    expect(at("2026-11-24T12:00:00Z", "OWNER")).toBe("over");
  });

  test("owner and moderators may prepare from the first minute of that day in the zone of the meeting", () => {
    expect(at("2026-11-23T22:59:59Z", "OWNER")).toBe("tooEarly");
    expect(at("2026-11-23T23:00:00Z", "OWNER")).toBe("OWNER");
    expect(at("2026-11-23T23:00:00Z", "MODERATOR")).toBe("MODERATOR");
    expect(at("2026-11-23T23:00:00Z", "PARTICIPANT")).toBe("tooEarly");
  });

  test("just after midnight the hosts are not later than everybody else", () => {
    const opening = openingOf({ ...occurrence, startsAt: new Date("2026-11-23T23:05:00Z") });
    expect(at("2026-11-23T22:51:00Z", "OWNER", { opening })).toBe("OWNER");
    expect(at("2026-11-23T22:51:00Z", "PARTICIPANT", { opening })).toBe("PARTICIPANT");
  });

  test("while a session runs the invited may join at any time", () => {
    expect(at("2026-11-24T06:00:00Z", "PARTICIPANT", { hasSession: true })).toBe("PARTICIPANT");
    expect(at("2026-11-24T15:00:00Z", "PARTICIPANT", { hasSession: true })).toBe("PARTICIPANT");
  });

  test("who comes too early learns when it starts and opens", () => {
    const decision = entrance(factsOf({ now: times.early, conference: { opening: openingOf(occurrence) } }));
    expect(decision).toMatchObject({
      reason: "tooEarly",
      values: { startsAt: "2026-11-24T09:00:00.000Z", opensAt: "2026-11-24T08:45:00.000Z" },
    });
  });

  test("VRM-07 a room has no time and admits always", () => {
    expect(at("2026-01-01T00:00:00Z", "PARTICIPANT", { opening: { kind: "always" } })).toBe("PARTICIPANT");
  });

  test("with every occurrence cancelled it is over", () => {
    expect(at("2026-11-24T09:00:00Z", "OWNER", { opening: openingOf(null) })).toBe("over");
  });
});
