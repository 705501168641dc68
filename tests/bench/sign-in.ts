import { randomBytes } from "node:crypto";
import { hashPassword } from "#lib/adapters/password-hash/argon2";
import type { Bench } from "./support/bench.ts";
import { expectStatus, openCaller } from "./support/exchange.ts";
import { atLeast, atMost, type Figure, told } from "./support/figure.ts";
import { manyPeople } from "./support/house.ts";
import { lanes, loaded } from "./support/load.ts";
import { median, timed } from "./support/statistics.ts";

const rounds = 5;
const perRound = 6;
const loadMs = 3_000;
const nobody = { username: "", password: "" };

/** Signing in, beside one password hash of the same cost in the same run. P12 */
export async function measure({ portal: started }: Bench): Promise<readonly Figure[]> {
  const portal = await started();
  const people = await manyPeople(portal, lanes);
  const caller = openCaller(portal.origin, { connections: lanes });
  const once = async (index = 0) => {
    const { username, password } = people[index] ?? nobody;
    const wish = { method: "POST" as const, headers: fromElsewhere(), body: { name: username, password } };
    expectStatus(await caller.ask("/api/v1/sign-in-sessions", wish), 200, "sign-in");
  };
  await timed(3, () => once());
  const signIns: number[] = [];
  const hashes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    signIns.push(...(await timed(perRound, () => once())));
    hashes.push(...(await timed(perRound, () => hashPassword("correct-horse-9"))));
  }
  const load = await loaded(loadMs, once);
  caller.close();
  const hash = median(hashes);
  return [
    told("sign-in: one argon2id hash", { value: hash, unit: "ms", digits: 1, note: "19 MiB, 2 passes" }),
    atMost("sign-in: more than that hash", {
      value: median(signIns) - hash,
      goal: 10,
      unit: "ms",
      digits: 1,
      note: `p50 ${median(signIns).toFixed(1)} ms`,
    }),
    atLeast("sign-in: 16 at once", {
      value: load.perSecond,
      goal: 90,
      unit: "/s",
      note: `p99 ${load.p99Ms.toFixed(0)} ms`,
    }),
  ];
}

/** Each time another network address, as of people at home: from one, no more than an office's sign-ins are let through. */
function fromElsewhere(): Readonly<Record<string, string>> {
  const [a, b, c] = randomBytes(3);
  return { "x-forwarded-for": `10.${a}.${b}.${c}` };
}
