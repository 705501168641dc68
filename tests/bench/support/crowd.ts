import type { MeasuredPortal } from "./bench.ts";
import type { Person } from "./house.ts";

const first = ["Amara", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Haruto", "Imani", "Jakub"];
const last = ["Abel", "Berg", "Castro", "Dahl", "Engel", "Fontaine", "Grau", "Hansen", "Ivanova", "Jansen"];

/** As many accounts that nobody signs in with; all at once, because one by one would take minutes. */
export async function fillPortal(
  { db }: Pick<MeasuredPortal, "db">,
  wish: { readonly tag: string; readonly count: number },
): Promise<void> {
  const { tag, count } = wish;
  await db.$executeRaw`
    INSERT INTO "Person" ("id", "username", "email", "emailNorm", "state", "firstName", "lastName", "updatedAt")
    SELECT gen_random_uuid(), ${tag} || n, ${tag} || n || '@example.org', ${tag} || n || '@example.org', 'ACTIVE',
           (${first}::text[])[1 + n % ${first.length}::int],
           (${last}::text[])[1 + (n / 7) % ${last.length}::int] || ' ' || n, now()
      FROM generate_series(1, ${count}::int) AS n`;
  await db.$executeRaw`ANALYZE`;
}

/** Makes this many of those accounts members of the person's organization, in three departments. */
export async function fillOrganization(
  { db }: Pick<MeasuredPortal, "db">,
  wish: { readonly person: Person; readonly tag: string; readonly count: number },
): Promise<void> {
  const { organizationId } = await db.membership.update({
    where: { personId: wish.person.id },
    data: { role: "ADMIN" },
    select: { organizationId: true },
  });
  for (const name of ["Workshop", "Sales", "Accounting"]) {
    await db.department.create({ data: { organizationId, name, nameNorm: name.toLowerCase() } });
  }
  await db.$executeRaw`
    INSERT INTO "Membership" ("personId", "organizationId", "departmentId")
    SELECT "id", ${organizationId}::uuid,
           (SELECT d."id" FROM "Department" d WHERE d."organizationId" = ${organizationId}::uuid
             ORDER BY md5(d."id"::text || p."id"::text) LIMIT 1)
      FROM "Person" p WHERE "username" LIKE ${`${wish.tag}%`} LIMIT ${wish.count}::int`;
  await db.$executeRaw`ANALYZE`;
}

/** Makes this many of those accounts contacts of the person. */
export async function fillContacts(
  { db }: Pick<MeasuredPortal, "db">,
  wish: { readonly person: Person; readonly tag: string; readonly count: number },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Connection" ("id", "personAId", "personBId", "source", "since")
    SELECT gen_random_uuid(), least("id", ${wish.person.id}::uuid), greatest("id", ${wish.person.id}::uuid),
           (enum_range(NULL::"ConnectionSource"))[1], now()
      FROM "Person" WHERE "username" LIKE ${`${wish.tag}%`} ORDER BY "username" DESC LIMIT ${wish.count}::int`;
  await db.$executeRaw`ANALYZE`;
}
