import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError, invalidField } from "#lib/shared/errors";
import { InvitationId, type OrganizationId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { addMinutes } from "#lib/shared/time";
import { holdOrganization, requireDepartment } from "../commands.ts";
import { invitationSent, invitationSettled } from "../facts.ts";
import { listAdminIds } from "../members/queries.ts";
import { requireOwnManager } from "../policy.ts";
import { getInvitation } from "./queries.ts";
import { type InvitationDraft, type InvitationView, invitationDays, resendPauseSeconds } from "./schema.ts";

/**
 * Invites an address; a mail with the link goes out. Refuses at `email` members of this organization and of another one,
 * and with `conflict` an address that has an open invitation, whose id the refusal carries. Then nothing is stored and
 * nothing mailed. ORG-26..31, GAP-054, GAP-059, GAP-060, INV-04, INV-06
 */
export async function inviteMember(context: Context, input: InvitationDraft): Promise<InvitationView> {
  const actor = requireOwnManager(context.actor);
  const organizationId = actor.organization.id;
  const { email, role, departmentId, message } = input;
  const emailNorm = normalized(email);
  await holdOrganization(context, organizationId);
  await requireDepartment(context, { organizationId, departmentId });
  const membership = await membershipOf(context, emailNorm);
  if (membership) throw invalidField("email", reasonOf(membership, organizationId));
  await refuseOpen(context, { organizationId, emailNorm });
  const { id } = await context.db.invitation.create({
    data: {
      ...{ organizationId, email, emailNorm, role, departmentId, message },
      invitedById: actor.personId,
      tokenHash: deadHash(),
      createdAt: context.now,
      ...sentNow(context.now),
    },
    select: { id: true },
  });
  const invitationId = InvitationId.parse(id);
  await noteSending(context, { invitationId, organizationId, sentCount: 1, action: "invitation.sent" });
  return getInvitation(context, { invitationId });
}

/**
 * Sends an open or expired invitation again: fourteen more days with a new link; the earlier one opens nothing from now on.
 * Refuses accepted and declined ones, people who joined another organization meanwhile (`conflict`), and a second time
 * within a minute (`limit_reached`). ORG-49, GAP-058
 */
export async function resendInvitation(
  context: Context,
  { invitationId }: { readonly invitationId: InvitationId },
): Promise<InvitationView> {
  const organizationId = requireOwnManager(context.actor).organization.id;
  await holdOrganization(context, organizationId);
  const row = await context.db.invitation.findFirst({
    where: { id: invitationId, organizationId },
    select: { emailNorm: true, state: true, lastSentAt: true },
  });
  if (!row) throw new DomainError("not_found");
  if (row.state === "ACCEPTED" || row.state === "DECLINED") {
    throw new DomainError("conflict", { reason: "invitationSettled" });
  }
  const waitSeconds = resendPauseSeconds - (context.now.getTime() - row.lastSentAt.getTime()) / 1000;
  if (waitSeconds > 0) {
    throw new DomainError("limit_reached", {
      reason: "resendPause",
      values: { seconds: Math.ceil(waitSeconds) },
    });
  }
  const membership = await membershipOf(context, row.emailNorm);
  if (membership) throw new DomainError("conflict", { reason: reasonOf(membership, organizationId) });
  if (row.state === "EXPIRED") await refuseOpen(context, { organizationId, emailNorm: row.emailNorm });
  const { sentCount } = await context.db.invitation.update({
    where: { id: invitationId },
    data: { state: "PENDING", tokenHash: deadHash(), sentCount: { increment: 1 }, ...sentNow(context.now) },
    select: { sentCount: true },
  });
  await noteSending(context, { invitationId, organizationId, sentCount, action: "invitation.resent" });
  return getInvitation(context, { invitationId });
}

/** Takes an invitation off the list, whatever became of it: its link is dead, a membership stays. ORG-50, ORG-51, GAP-021 */
export async function deleteInvitation(
  context: Context,
  { invitationId }: { readonly invitationId: InvitationId },
): Promise<undefined> {
  const organizationId = requireOwnManager(context.actor).organization.id;
  const { count } = await context.db.invitation.deleteMany({ where: { id: invitationId, organizationId } });
  if (count === 0) throw new DomainError("not_found");
  await noteSettled(context, { invitationId, organizationId, action: "invitation.deleted" });
}

/**
 * Makes the secret of an invitation's link; earlier ones open nothing any more. Only its hash is stored. Null when the
 * invitation is gone, not open, or was sent again since. INV-40
 * @open asked by the reaction that mails it
 */
export async function renewSecret(
  context: Context,
  input: { readonly invitationId: InvitationId; readonly sentCount: number },
): Promise<string | null> {
  const secret = randomBytes(32).toString("base64url");
  const { count } = await context.db.invitation.updateMany({
    where: { id: input.invitationId, state: "PENDING", sentCount: input.sentCount },
    data: { tokenHash: hashOf(secret) },
  });
  return count > 0 ? secret : null;
}

/**
 * Shows an invitation's change to the admins whose pages are open, and to the audit.
 * @open only a step of commands that asked already
 */
export async function noteSettled(
  context: Context,
  done: {
    readonly invitationId: InvitationId;
    readonly organizationId: OrganizationId;
    readonly action: "invitation.deleted" | "invitation.accepted" | "invitation.declined";
  },
): Promise<void> {
  const { invitationId, organizationId, action } = done;
  await recordAudit(context, {
    action,
    targetType: "invitation",
    targetId: invitationId,
    details: { organizationId },
  });
  const people = await listAdminIds(context, { organizationId });
  await announce(context, invitationSettled, { invitationId, organizationId, people });
}

async function noteSending(
  context: Context,
  sent: {
    readonly invitationId: InvitationId;
    readonly organizationId: OrganizationId;
    readonly sentCount: number;
    readonly action: string;
  },
): Promise<void> {
  const { invitationId, organizationId, sentCount, action } = sent;
  await recordAudit(context, {
    action,
    targetType: "invitation",
    targetId: invitationId,
    details: { organizationId, sentCount },
  });
  const people = await listAdminIds(context, { organizationId });
  await announce(context, invitationSent, { invitationId, sentCount, people });
}

/** Those whose time is over make room for a new one. */
async function refuseOpen(
  context: Context,
  address: { readonly organizationId: OrganizationId; readonly emailNorm: string },
): Promise<void> {
  await context.db.invitation.updateMany({
    where: { ...address, state: "PENDING", expiresAt: { lte: context.now } },
    data: { state: "EXPIRED" },
  });
  const open = await context.db.invitation.findFirst({
    where: { ...address, state: "PENDING" },
    select: { id: true },
  });
  if (open)
    throw new DomainError("conflict", { reason: "invitationOpen", values: { invitationId: open.id } });
}

async function membershipOf(context: Context, emailNorm: string): Promise<string | undefined> {
  const membership = await context.db.membership.findFirst({
    where: { person: { is: { emailNorm } } },
    select: { organizationId: true },
  });
  return membership?.organizationId;
}

function reasonOf(membership: string, organizationId: OrganizationId): string {
  return membership === organizationId ? "memberAlready" : "memberElsewhere";
}

function sentNow(now: Date) {
  return { lastSentAt: now, expiresAt: addMinutes(now, invitationDays * 24 * 60) };
}

/** Stands where no link was made yet. */
function deadHash(): string {
  return hashOf(randomBytes(32).toString("base64url"));
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
