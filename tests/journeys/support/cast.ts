import "../../support/environment.ts";
import { randomBytes } from "node:crypto";
import type { createClient } from "#lib/adapters/database/client";
import { hashPassword } from "#lib/adapters/password-hash/argon2";

export type PortalDatabase = ReturnType<typeof createClient>;

/** Everybody's password, unless a journey is about passwords. */
export const password = "correct-horse-9";

export type Person = {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
};

export type PersonWish = {
  readonly licence?: "permanent" | "temporary" | "none";
  readonly isServerAdmin?: boolean;
  readonly mustChangePassword?: boolean;
  readonly timeZone?: string;
  readonly locale?: "en" | "de";
};

/** People of one journey, in an organization of their own, so that journeys side by side do not meet. */
export type Cast = {
  readonly organizationId: string;
  /** Somebody of that organization, with a permanent licence unless wished otherwise. */
  readonly person: (firstName: keyof typeof lastNames, wish?: PersonWish) => Promise<Person>;
};

const lastNames = {
  Ada: "Lindqvist",
  Ben: "Okafor",
  Cleo: "Marchetti",
  Dan: "Ueda",
  Eva: "Novák",
  Finn: "Aalto",
} as const;

let hash: Promise<string> | undefined;

export async function makeCast(db: PortalDatabase): Promise<Cast> {
  const tag = randomBytes(4).toString("hex");
  const { id: organizationId } = await db.organization.create({
    data: { name: `House ${tag}` },
    select: { id: true },
  });
  return {
    organizationId,
    async person(firstName, wish = {}) {
      hash ??= hashPassword(password);
      const lastName = lastNames[firstName];
      const username = `${firstName.toLowerCase()}.${tag}`;
      const email = `${username}@example.org`;
      const { id } = await db.person.create({
        data: {
          ...{ username, email, emailNorm: email, firstName, lastName, state: "ACTIVE" },
          emailVerifiedAt: new Date(),
          passwordHash: await hash,
          mustChangePassword: wish.mustChangePassword ?? false,
          isServerAdmin: wish.isServerAdmin ?? false,
          timeZone: wish.timeZone ?? "Europe/Berlin",
          locale: wish.locale ?? null,
          membership: { create: { organizationId, role: "USER" } },
          licenceGrant: licenceOf(wish),
          termsAcceptances: { create: { number: 1, acceptedAt: new Date() } },
        },
        select: { id: true },
      });
      return { id, username, email, name: `${firstName} ${lastName}`, password };
    },
  };
}

function licenceOf({ licence = "permanent" }: PersonWish) {
  if (licence === "none") return undefined;
  if (licence === "permanent") return { create: { kind: "PERMANENT" as const } };
  return { create: { kind: "TEMPORARY" as const, validUntil: new Date(Date.now() + 24 * 60 * 60 * 1000) } };
}
