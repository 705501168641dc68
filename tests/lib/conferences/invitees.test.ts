import { expect, test } from "vitest";
import { invitedRows } from "#lib/conferences/invitees";
import { PersonId } from "#lib/shared/ids";

const ada = PersonId.parse("00000000-0000-4000-8000-000000000001");
const ben = PersonId.parse("00000000-0000-4000-8000-000000000002");
const known = { ownerId: ada, addresses: [{ personId: ben, emailNorm: "ben@example.org" }] };

test("GAP-014 the owner has no row of the own, by account or by address", () => {
  const addresses = [{ personId: ada, emailNorm: "ada@example.org" }];
  const rows = invitedRows(
    [
      { kind: "person", personId: ada, role: "MODERATOR" },
      { kind: "email", email: "Ada@example.org", role: "PARTICIPANT" },
    ],
    { ownerId: ada, addresses },
  );
  expect(rows).toEqual([]);
});

test("whoever is named by account and by address stands in the list once, as moderator if either says so", () => {
  const rows = invitedRows(
    [
      { kind: "person", personId: ben, role: "PARTICIPANT" },
      { kind: "email", email: "BEN@example.org", role: "MODERATOR" },
      { kind: "email", email: "Zoe@example.net", name: "Zoe", role: "MODERATOR" },
      { kind: "email", email: "zoe@example.net", role: "PARTICIPANT" },
    ],
    known,
  );
  expect(rows).toEqual([
    { personId: ben, name: null, email: null, emailNorm: null, role: "MODERATOR" },
    {
      personId: null,
      name: "Zoe",
      email: "Zoe@example.net",
      emailNorm: "zoe@example.net",
      role: "MODERATOR",
    },
  ]);
});
