import { hashPassword, verifyPassword } from "#lib/adapters/password-hash/argon2";
import { type Bench, signedInFetch } from "./bench.ts";
import { atMost, type Figure, quantile, told } from "./figure.ts";

const rounds = 20;

/** Signing in beside one check of a password hash at the portal's own cost, alternated in one run. P12 */
export async function measureSignIn(bench: Bench): Promise<readonly Figure[]> {
  const person = await bench.cast.person("Dan");
  const passwordHash = await hashPassword(person.password);
  await bench.db.person.update({ where: { id: person.id }, data: { passwordHash } });
  const times: { readonly hash: number[]; readonly signIn: number[] } = { hash: [], signIn: [] };
  await signedInFetch(bench, person);
  for (let round = 0; round < rounds; round++) {
    times.hash.push(await lasting(() => verifyPassword(passwordHash, person.password)));
    times.signIn.push(await lasting(() => signedInFetch(bench, person)));
  }
  const [hash, signIn] = [quantile(times.hash, 0.5), quantile(times.signIn, 0.5)];
  return [
    told("one password hash, median", hash, "ms"),
    told("sign-in, median", signIn, "ms"),
    atMost("sign-in beyond one hash (P12)", signIn - hash, { limit: 10, unit: "ms" }),
  ];
}

async function lasting(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}
