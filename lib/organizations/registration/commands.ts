import "server-only";
import { forgetUnactivated, register } from "#lib/accounts/registration/commands";
import { neverActivated } from "#lib/accounts/registration/never-activated";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import type { PersonId } from "#lib/shared/ids";
import type { OrganizationRegistrationInput } from "./schema.ts";

/**
 * Registers an account and makes the organization of which it is the first manager, both or neither. An address in use
 * gets neither and the same answer. Refusals are those of `register`. ACC-07, ACC-24, ACC-25, GAP-022, GAP-024, INV-43
 * @open whoever registers is not known yet; `register` asks whether registration is open
 */
export async function registerOrganization(
  context: SteppingContext,
  input: OrganizationRegistrationInput,
): Promise<undefined> {
  const { organizationName, website, vatNumber, ...account } = input;
  const organization = { name: organizationName, website: website ?? null, vatNumber: vatNumber ?? null };
  await register(context, account, {
    isInvited: false,
    alongside: (open, personId) => foundOrganization(open, { organization, personId }),
  });
}

async function foundOrganization(
  context: Context,
  founding: {
    readonly organization: {
      readonly name: string;
      readonly website: string | null;
      readonly vatNumber: string | null;
    };
    readonly personId: PersonId;
  },
): Promise<void> {
  const { organization, personId } = founding;
  const { id } = await context.db.organization.create({
    data: { ...organization, createdAt: context.now },
    select: { id: true },
  });
  await context.db.membership.create({
    data: { personId, organizationId: id, role: "ADMIN", joinedAt: context.now },
    select: { personId: true },
  });
  await recordAudit(context, {
    action: "organization.registered",
    targetType: "organization",
    targetId: id,
    details: { personId },
  });
}

/**
 * Deletes what was registered and never activated within a month: the accounts, and the organizations that have no other
 * people. INV-10
 * @open the clock asks; nothing that was ever open is touched
 */
export async function forgetRegistrations(context: Context): Promise<void> {
  const organizations = await context.db.organization.findMany({
    where: { memberships: { some: {}, every: { person: { is: neverActivated(context.now) } } } },
    select: { id: true },
  });
  for (const { id } of organizations) {
    await recordAudit(context, {
      action: "organization.forgotten",
      targetType: "organization",
      targetId: id,
    });
  }
  await context.db.organization.deleteMany({ where: { id: { in: organizations.map(({ id }) => id) } } });
  await forgetUnactivated(context);
}
