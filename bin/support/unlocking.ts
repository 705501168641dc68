import { randomUUID } from "node:crypto";
import { unlock } from "#lib/accounts/lockout/commands";
import { createClient } from "#lib/adapters/database/client";
import { inTransaction } from "#lib/adapters/database/context";
import { PersonId } from "#lib/shared/ids";

/** What became of an account that was to be unlocked. */
export type Unlocking = "unlocked" | "was not locked" | "unknown";

/** Opens a locked account by user name or e-mail address, also the only administrator's. GAP-036, INV-46 */
export async function unlockByName(databaseUrl: string, name: string): Promise<Unlocking> {
  const client = createClient(databaseUrl);
  const typed = name.trim().toLowerCase();
  const actor = { kind: "system", reason: "unlock command" } as const;
  const request = { actor, now: new Date(), locale: "en", requestId: randomUUID() } as const;
  try {
    const person = await client.person.findFirst({
      where: { OR: [{ username: typed }, { emailNorm: typed }] },
      select: { id: true, loginGuard: { select: { lockedUntil: true } } },
    });
    if (!person) return "unknown";
    const lockedUntil = person.loginGuard?.lockedUntil ?? null;
    if (lockedUntil === null || lockedUntil <= request.now) return "was not locked";
    await inTransaction(request, client, (context) =>
      unlock(context, { personId: PersonId.parse(person.id) }),
    );
    return "unlocked";
  } finally {
    await client.$disconnect();
  }
}
