import "server-only";
import { PersonName } from "#lib/accounts/schema";
import type { SteppingContext } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import type { DepartmentId, OrganizationId } from "#lib/shared/ids";
import { EmailAddress, normalized } from "#lib/shared/text";
import { listDepartmentChoices } from "../departments/queries.ts";
import { inviteMember } from "../invitations/commands.ts";
import { openMember } from "../members/commands.ts";
import { requireOwnManager } from "../policy.ts";
import type { OrganizationRole } from "../schema.ts";
import {
  type ImportedLine,
  type ImportLine,
  type ImportReport,
  type MemberImport,
  skipReasons,
} from "./schema.ts";

/**
 * Takes the lines of a list of users one by one, each in a transaction of its own, so that a bad one spoils no other:
 * opens an account for a new address, invites an address that has an account, and leaves out the rest with a reason. A
 * trial changes nothing. A file sent twice makes nobody twice. Admins only.
 */
export async function importMembers(context: SteppingContext, input: MemberImport): Promise<ImportReport> {
  const { organization } = requireOwnManager(context.actor);
  const departments = await listDepartmentChoices(context);
  const departmentIds = new Map(departments.map(({ id, name }) => [normalized(name), id]));
  const lines: ImportedLine[] = [];
  for (const line of input.lines) {
    const plan = await planned(context, { line, departmentIds, organizationId: organization.id });
    lines.push(input.isTrial ? reported(line, plan) : await carriedOut(context, line, plan));
  }
  return { lines };
}

type SkipReason = (typeof skipReasons)[number];

type Plan =
  | { readonly kind: "skipped"; readonly reason: SkipReason }
  | {
      readonly kind: "created" | "invited";
      readonly role: OrganizationRole;
      readonly departmentId: DepartmentId | null;
    };

async function planned(
  context: SteppingContext,
  input: {
    readonly line: ImportLine;
    readonly departmentIds: ReadonlyMap<string, DepartmentId>;
    readonly organizationId: OrganizationId;
  },
): Promise<Plan> {
  const { line, departmentIds, organizationId } = input;
  const role = roleOf(line.role);
  const departmentId = line.department === "" ? null : departmentIds.get(normalized(line.department));
  const areNamesGood = [line.firstName, line.lastName].every((name) => PersonName.safeParse(name).success);
  if (!EmailAddress.safeParse(line.email).success) return skipped("emailInvalid");
  if (!areNamesGood) return skipped("nameMissing");
  if (!role) return skipped("roleUnknown");
  if (departmentId === undefined) return skipped("departmentUnknown");
  const person = await context.db.person.findUnique({
    where: { emailNorm: normalized(line.email) },
    select: { membership: { select: { organizationId: true } } },
  });
  if (!person) return { kind: "created", role, departmentId };
  if (person.membership) {
    return skipped(person.membership.organizationId === organizationId ? "memberAlready" : "memberElsewhere");
  }
  const open = await context.db.invitation.count({
    where: {
      organizationId,
      emailNorm: normalized(line.email),
      state: "PENDING",
      expiresAt: { gt: context.now },
    },
  });
  return open > 0 ? skipped("invitationOpen") : { kind: "invited", role, departmentId };
}

async function carriedOut(context: SteppingContext, line: ImportLine, plan: Plan): Promise<ImportedLine> {
  if (plan.kind === "skipped") return reported(line, plan);
  const { firstName, lastName, email } = line;
  const { role, departmentId } = plan;
  try {
    await context.step(async (open) => {
      if (plan.kind === "invited") await inviteMember(open, { email, role, departmentId, message: "" });
      else await openMember(open, { firstName, lastName, email, role, departmentId });
    });
    return reported(line, plan);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return reported(line, skipped(reasonOf(error)));
  }
}

/** Somebody else may have changed something between the look and the step. */
function reasonOf({ details }: DomainError): SkipReason {
  const said = details.fields?.[0]?.reason ?? details.reason;
  return skipReasons.find((reason) => reason === said) ?? "failed";
}

function roleOf(cell: string): OrganizationRole | undefined {
  switch (cell.toLowerCase()) {
    case "":
    case "user":
    case "benutzer":
      return "USER";
    case "admin":
    case "administrator":
      return "ADMIN";
    default:
      return undefined;
  }
}

function skipped(reason: SkipReason): Plan {
  return { kind: "skipped", reason };
}

function reported({ line, email }: ImportLine, plan: Plan): ImportedLine {
  return { line, email, result: plan.kind, reason: plan.kind === "skipped" ? plan.reason : null };
}
