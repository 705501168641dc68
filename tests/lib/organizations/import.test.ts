import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDepartment } from "#lib/organizations/departments/commands";
import { importMembers } from "#lib/organizations/imports/commands";
import { memberList } from "#lib/organizations/imports/member-list";
import { memberTable } from "#lib/organizations/imports/member-table";
import type { ImportLine } from "#lib/organizations/imports/schema";
import { inviteMember } from "#lib/organizations/invitations/commands";
import type { OrganizationId } from "#lib/shared/ids";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  type TestClient,
} from "../../support/people.ts";

const mary = {
  line: 2,
  firstName: "Mary",
  lastName: "Moe",
  email: "mary@example.org",
  role: "",
  department: "",
};

function linesOf(text: string) {
  const list = memberList(text);
  if (list.kind !== "lines") throw new Error(list.reason);
  return list;
}

describe("reading a list of users", () => {
  test.each([
    ["with commas", "First name,Last name,E-mail\nMary,Moe,mary@example.org\n"],
    ["with semicolons", "First name;Last name;E-mail\nMary;Moe;mary@example.org\n"],
    [
      "with the mark of UTF-8 and Windows line ends",
      "\uFEFFFirst name,Last name,E-mail\r\nMary,Moe,mary@example.org\r\n",
    ],
    ["in German and another order", "E-Mail;Nachname;Vorname\nmary@example.org;Moe;Mary"],
    ["with quoted cells and blanks", '"first name" , "LAST NAME", email\n "Mary", Moe , mary@example.org'],
  ])("a file %s", (_, text) => {
    expect(linesOf(text).lines).toEqual([mary]);
  });

  test("cells may hold the separator and line breaks; a double address is taken once", () => {
    const { lines, skipped } = linesOf(
      'First name,Last name,E-mail,Role,Department\n"Mary, ""M""",Moe,mary@example.org,admin,"Sales\nNorth"\nTwin,Two,MARY@example.org,,\n',
    );
    expect(lines).toMatchObject([{ firstName: 'Mary, "M"', role: "admin", department: "Sales\nNorth" }]);
    expect(skipped).toMatchObject([{ result: "skipped", reason: "twiceInFile" }]);
  });

  test.each([
    ["noHeader", "Mary,Moe,mary@example.org"],
    ["noHeader", ""],
    ["noLines", "First name,Last name,E-mail\n"],
    ["notReadable", 'First name,Last name,E-mail\n"Mary'],
    ["tooManyLines", `First name,Last name,E-mail\n${"A,B,c@example.org\n".repeat(5_001)}`],
  ])("a file that is %s is refused", (reason, text) => {
    expect(memberList(text)).toEqual({ kind: "refused", reason });
  });

  test("what the export writes is read back, also what a spreadsheet would compute", () => {
    const line = {
      firstName: "=1+1",
      lastName: "@Moe",
      email: "mary@example.org",
      role: "user",
      department: "-D",
    };
    expect(linesOf(memberTable([line])).lines).toEqual([{ ...line, line: 2 }]);
  });
});

describe("importing", () => {
  let db: TestClient;
  let organizationId: OrganizationId;
  type Cast = Awaited<ReturnType<typeof createPerson>>;
  let admin: Cast;
  let serial = 0;

  beforeAll(async () => {
    db = await connectTestDatabase();
  });
  beforeEach(async () => {
    serial += 1;
    organizationId = await createOrganization(db, `House ${serial}`);
    admin = await createPerson(db, { username: `admin${serial}`, organizationId, organizationRole: "ADMIN" });
  });
  afterAll(() => db.$disconnect());

  const at = (name: string) => `${name}${serial}@example.org`;
  const line = (number: number, email: string, wish: Partial<ImportLine> = {}): ImportLine => ({
    ...mary,
    line: number,
    email,
    ...wish,
  });
  const run = async (lines: readonly ImportLine[], isTrial = false) => {
    const report = await contextFor(db, admin.actor).step(importMembers, { isTrial, lines: [...lines] });
    return report.lines.map(({ result, reason }) => reason ?? result);
  };

  test("each line has its own result, and a trial says the same and changes nothing", async () => {
    const elsewhere = await createOrganization(db, "Elsewhere");
    await createPerson(db, { username: `free${serial}`, email: at("free") });
    await createPerson(db, { username: `mine${serial}`, email: at("mine"), organizationId });
    await createPerson(db, { username: `theirs${serial}`, email: at("theirs"), organizationId: elsewhere });
    const department = await contextFor(db, admin.actor).run(addDepartment, {
      name: "Sales",
      description: "",
    });
    await createPerson(db, { username: `open${serial}`, email: at("open") });
    await contextFor(db, admin.actor).run(inviteMember, {
      email: at("open"),
      role: "USER",
      departmentId: null,
      message: "",
    });
    const lines = [
      line(2, at("new"), { role: "Admin", department: "SALES" }),
      line(3, at("free")),
      line(4, at("mine")),
      line(5, at("theirs")),
      line(6, at("open")),
      line(7, "no address"),
      line(8, at("x"), { firstName: "" }),
      line(9, at("y"), { role: "boss" }),
      line(10, at("z"), { department: "Nowhere" }),
    ];
    const expected = [
      "created",
      "invited",
      "memberAlready",
      "memberElsewhere",
      "invitationOpen",
      "emailInvalid",
      "nameMissing",
      "roleUnknown",
      "departmentUnknown",
    ];
    const people = await db.person.count();
    expect(await run(lines, true)).toEqual(expected);
    expect(await db.person.count()).toBe(people);
    expect(await db.invitation.count({ where: { organizationId } })).toBe(1);
    expect(await run(lines)).toEqual(expected);
    expect(
      await db.person.findUnique({ where: { emailNorm: at("new") }, include: { membership: true } }),
    ).toMatchObject({
      state: "WAITING_TERMS",
      membership: { organizationId, role: "ADMIN", departmentId: department.id },
    });
    expect(await run(lines.slice(0, 2))).toEqual(["memberAlready", "invitationOpen"]);
  });

  test("ORG-52 is for admins only", async () => {
    const member = await createPerson(db, { username: `member${serial}`, organizationId });
    const individual = await createPerson(db, { username: `single${serial}` });
    for (const [{ actor }, code] of [
      [member, "forbidden"],
      [individual, "not_found"],
    ] as const) {
      const input = { isTrial: true, lines: [line(2, at("n"))] };
      await expect(contextFor(db, actor).step(importMembers, input)).rejects.toMatchObject({ code });
    }
  });
});
