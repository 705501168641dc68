import "server-only";
import { createHash } from "node:crypto";
import type { LinkView } from "#lib/accounts/registration/schema";
import type { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { assertNever, DomainError } from "#lib/shared/errors";
import { DepartmentId, InvitationId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { requireOwnManager } from "../policy.ts";
import {
  type InvitationSearch,
  type InvitationState,
  type InvitationsPage,
  type InvitationView,
  invitationsPageSize,
} from "./schema.ts";
import { invitationStateAt } from "./state.ts";

const invitationColumns = {
  id: true,
  email: true,
  role: true,
  state: true,
  sentCount: true,
  lastSentAt: true,
  expiresAt: true,
  department: { select: { id: true, name: true } },
  invitedBy: { select: { displayName: true, firstName: true, lastName: true } },
} satisfies Prisma.InvitationSelect;

type InvitationRow = Prisma.InvitationGetPayload<{ select: typeof invitationColumns }>;

/** A page of the invitations of the actor's organization. Admins only. ORG-20, ORG-28, ORG-31, GAP-067 */
export async function listInvitations(context: Context, input: InvitationSearch): Promise<InvitationsPage> {
  const { organization } = requireOwnManager(context.actor);
  const where: Prisma.InvitationWhereInput = {
    organizationId: organization.id,
    AND: [input.state ? inState(input.state, context.now) : {}, searched(input.query)],
  };
  const [total, rows] = await Promise.all([
    context.db.invitation.count({ where }),
    context.db.invitation.findMany({
      where,
      orderBy: orderOf(input.sort),
      skip: (input.page - 1) * invitationsPageSize,
      take: invitationsPageSize,
      select: invitationColumns,
    }),
  ]);
  const invitations = rows.map((row) => invitationView(row, context.now));
  return { invitations, total, page: input.page, pageSize: invitationsPageSize };
}

/** One invitation of the actor's organization; `not_found` for those of others. INV-42 */
export async function getInvitation(
  context: Context,
  input: { readonly invitationId: InvitationId },
): Promise<InvitationView> {
  const { organization } = requireOwnManager(context.actor);
  const row = await context.db.invitation.findFirst({
    where: { id: input.invitationId, organizationId: organization.id },
    select: invitationColumns,
  });
  if (!row) throw new DomainError("not_found");
  return invitationView(row, context.now);
}

/**
 * What the link of an invitation's mail offers. Refuses with `not_found` when the secret is unknown: the invitation was
 * deleted, or sent again. Reading changes nothing. ORG-34, ORG-51, INV-40
 * @open the secret is the proof
 */
export async function getInvitationLink(
  context: Pick<Context, "db" | "now">,
  input: { readonly secret: string },
): Promise<LinkView> {
  const row = await context.db.invitation.findUnique({
    where: { tokenHash: hashOf(input.secret) },
    select: {
      email: true,
      emailNorm: true,
      message: true,
      state: true,
      expiresAt: true,
      organization: { select: { name: true } },
      invitedBy: { select: { displayName: true, firstName: true, lastName: true } },
    },
  });
  if (!row) throw new DomainError("not_found", { reason: "invitationGone" });
  const accounts = await context.db.person.count({ where: { emailNorm: row.emailNorm } });
  return {
    state: linkStateOf(invitationStateAt(row, context.now)),
    email: row.email,
    fromName: displayNameOf(row.invitedBy),
    organization: row.organization.name,
    message: row.message,
    hasAccount: accounts > 0,
  };
}

function linkStateOf(state: InvitationState): LinkView["state"] {
  switch (state) {
    case "PENDING":
      return "open";
    case "ACCEPTED":
      return "accepted";
    case "DECLINED":
      return "declined";
    case "EXPIRED":
      return "expired";
    default:
      return assertNever(state);
  }
}

function inState(state: InvitationState, now: Date): Prisma.InvitationWhereInput {
  switch (state) {
    case "PENDING":
      return { state, expiresAt: { gt: now } };
    case "EXPIRED":
      return { OR: [{ state }, { state: "PENDING", expiresAt: { lte: now } }] };
    default:
      return { state };
  }
}

function searched(query: string | undefined): Prisma.InvitationWhereInput {
  // The database would take % and _ for placeholders.
  return query ? { email: { contains: query.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } } : {};
}

function orderOf(sort: InvitationSearch["sort"]): Prisma.InvitationOrderByWithRelationInput[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const newest = [{ lastSentAt: "desc" as const }, { id: "desc" as const }];
  switch (sort) {
    case "sent":
    case "-sent":
      return [{ lastSentAt: direction }, { id: direction }];
    case "email":
    case "-email":
      return [{ emailNorm: direction }, ...newest];
    case "state":
    case "-state":
      return [{ state: direction }, ...newest];
  }
}

function invitationView(row: InvitationRow, now: Date): InvitationView {
  const { department } = row;
  return {
    id: InvitationId.parse(row.id),
    email: row.email,
    role: row.role,
    department: department && { id: DepartmentId.parse(department.id), name: department.name },
    invitedBy: displayNameOf(row.invitedBy),
    state: invitationStateAt(row, now),
    sentCount: row.sentCount,
    lastSentAt: row.lastSentAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
