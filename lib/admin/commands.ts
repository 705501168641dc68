import "server-only";
import { completeSignIn } from "#lib/accounts/commands";
import * as lockout from "#lib/accounts/lockout/commands";
import type { LockoutSettings } from "#lib/accounts/lockout/schema";
import { giveTemporaryPassword, refuseWeak } from "#lib/accounts/passwords/commands";
import * as people from "#lib/accounts/people/commands";
import { getFreeUsername } from "#lib/accounts/people/queries";
import * as secondFactor from "#lib/accounts/second-factor/commands";
import * as settings from "#lib/accounts/settings/commands";
import type { AccountSettings } from "#lib/accounts/settings/schema";
import { closeSetup, takeSetup } from "#lib/accounts/setup/commands";
import { findOpenSetup } from "#lib/accounts/setup/queries";
import { setupClosedRefusal } from "#lib/accounts/setup/setup-link";
import { recordTermsAcceptance } from "#lib/accounts/terms/commands";
import { findCurrentTermsNumber } from "#lib/accounts/terms/queries";
import { usernameFrom } from "#lib/accounts/username";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { hashPassword } from "#lib/adapters/password-hash/argon2";
import { grantLicence, withdrawLicence } from "#lib/licences/commands";
import * as organizations from "#lib/organizations/commands";
import { invalidField } from "#lib/shared/errors";
import type { OrganizationId, PersonId } from "#lib/shared/ids";
import { requireAdministrator } from "./policy.ts";
import { getPerson } from "./queries.ts";
import type { AdministeredPerson, HandedOutPassword, NewPerson, Setup } from "./schema.ts";

type OnePerson = { readonly personId: PersonId };

/**
 * Opens an account with a temporary password, which the answer holds and nothing else does, and puts the person into an
 * organization with a licence as wanted. All of it or nothing. ADM-04, ADM-09, GAP-061, SIG-08
 */
export async function createPerson(context: Context, input: NewPerson): Promise<HandedOutPassword> {
  requireAdministrator(context.actor);
  const { organizationId, departmentId, licence, ...names } = input;
  if (departmentId && !organizationId) throw invalidField("departmentId", "notAllowedValue");
  const username = names.username ?? (await getFreeUsername(context, names));
  const personId = await people.openAccount(context, {
    ...names,
    username,
    passwordHash: null,
    mustChangePassword: true,
    timeZone: context.actor.kind === "person" ? context.actor.timeZone : "UTC",
  });
  const temporaryPassword = await giveTemporaryPassword(context, { personId });
  if (organizationId)
    await organizations.addMember(context, { personId, organizationId, departmentId, role: "USER" });
  if (licence === "permanent") {
    await grantLicence(context, { personId, grant: { kind: "PERMANENT", validUntil: null } });
  }
  return { personId, username, temporaryPassword };
}

/** Unlocks before the lockout period is over. SIG-17, ADM-08 */
export async function unlockPerson(context: Context, input: OnePerson): Promise<AdministeredPerson> {
  requireAdministrator(context.actor);
  await getPerson(context, input);
  await lockout.unlock(context, input);
  return getPerson(context, input);
}

/** Closes an account; sessions end. The last active administrator stays (`conflict`). */
export async function disablePerson(context: Context, input: OnePerson): Promise<AdministeredPerson> {
  requireAdministrator(context.actor);
  await people.disablePerson(context, input);
  return getPerson(context, input);
}

/** Opens a closed account again. */
export async function enablePerson(context: Context, input: OnePerson): Promise<AdministeredPerson> {
  requireAdministrator(context.actor);
  await people.enablePerson(context, input);
  return getPerson(context, input);
}

/** Hands out a new temporary password; sessions end. ADM-04, GAP-039 */
export async function resetPassword(context: Context, input: OnePerson): Promise<HandedOutPassword> {
  requireAdministrator(context.actor);
  const { username } = await getPerson(context, input);
  const temporaryPassword = await giveTemporaryPassword(context, input);
  return { personId: input.personId, username, temporaryPassword };
}

/** Gives the permanent PRO licence, or takes the licence away. ADM-09 */
export async function changeLicence(
  context: Context,
  input: OnePerson & { readonly kind: "none" | "permanent" },
): Promise<AdministeredPerson> {
  requireAdministrator(context.actor);
  const { personId } = input;
  await getPerson(context, { personId });
  if (input.kind === "none") await withdrawLicence(context, { personId });
  else await grantLicence(context, { personId, grant: { kind: "PERMANENT", validUntil: null } });
  return getPerson(context, { personId });
}

/** Switches the second factor off for somebody who lost it; the person is told by mail. GAP-037 */
export async function resetSecondFactor(context: Context, input: OnePerson): Promise<AdministeredPerson> {
  requireAdministrator(context.actor);
  await secondFactor.resetSecondFactor(context, input);
  return getPerson(context, input);
}

/** Sets what everybody is allowed, from the next request on. ADM-12..14, ADM-18, GAP-116 */
export async function changeAccountSettings(
  context: Context,
  input: AccountSettings,
): Promise<AccountSettings> {
  requireAdministrator(context.actor);
  return settings.changeAccountSettings(context, input);
}

/** Dissolves an organization; its members keep their accounts and become individuals. GAP-031 */
export async function dissolveOrganization(
  context: Context,
  input: { readonly organizationId: OrganizationId },
): Promise<undefined> {
  requireAdministrator(context.actor);
  await organizations.dissolveOrganization(context, input);
}

/** Sets the lockout policy. ADM-05..07, SIG-10..13 */
export async function changeLockoutSettings(
  context: Context,
  input: LockoutSettings,
): Promise<LockoutSettings> {
  requireAdministrator(context.actor);
  return lockout.changeLockoutSettings(context, input);
}

/**
 * Makes the first server administrator with an organization and a permanent licence, and signs in. Works once, with the
 * link that the start printed, and only while there is no administrator; of parallel requests one wins. GAP-115, INV-40
 * @open the link is the proof; nobody exists yet
 */
export async function setUp(
  context: SteppingContext,
  input: Setup,
): Promise<{ kind: "signedIn"; ticket: string }> {
  if (!(await findOpenSetup(context, input.token))) throw setupClosedRefusal();
  const username = input.username ?? usernameFrom(input.firstName, input.lastName);
  const owner = { username, email: input.email };
  await refuseWeak(context, { field: "password", password: input.password, owner });
  const passwordHash = await hashPassword(input.password);
  return context.step(async (open) => {
    await takeSetup(open, input.token);
    const personId = await makeFirstPeople(open, { ...input, passwordHash });
    return { kind: "signedIn", ...(await completeSignIn(open, personId)) };
  });
}

async function makeFirstPeople(
  context: Context,
  input: Setup & { readonly passwordHash: string },
): Promise<PersonId> {
  const portal: Context = { ...context, actor: { kind: "system", reason: "set-up" } };
  const organizationId = await organizations.createOrganization(portal, { name: input.organizationName });
  const personId = await people.openAccount(portal, {
    firstName: input.firstName,
    lastName: input.lastName,
    email: input.email,
    username: input.username,
    passwordHash: input.passwordHash,
    mustChangePassword: false,
    timeZone: input.timeZone ?? "UTC",
    isServerAdmin: true,
    state: "ACTIVE",
  });
  await recordTermsAcceptance(portal, { personId, number: await findCurrentTermsNumber(context) });
  await organizations.addMember(portal, { personId, organizationId, departmentId: null, role: "ADMIN" });
  await grantLicence(portal, { personId, grant: { kind: "PERMANENT", validUntil: null } });
  await closeSetup(context);
  await recordAudit(portal, { action: "setup.finished", targetType: "person", targetId: personId });
  return personId;
}
