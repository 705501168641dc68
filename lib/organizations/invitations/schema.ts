import { z } from "zod";
import { DepartmentId, InvitationId } from "#lib/shared/ids";
import { EmailAddress, Instant, line, paragraph } from "#lib/shared/text";
import { DepartmentChoice, OrganizationRole } from "../schema.ts";

/** How long an invitation is open after it was sent. GAP-058 */
export const invitationDays = 14;

/** Shortest pause between two sendings of one invitation. GAP-058 */
export const resendPauseSeconds = 60;

/** How many invitations one page of the list holds. */
export const invitationsPageSize = 50;

/** What became of an invitation; one whose time is over is expired without anybody noting it. */
export const invitationStates = ["PENDING", "ACCEPTED", "DECLINED", "EXPIRED"] as const;
export const InvitationState = z.enum(invitationStates);
export type InvitationState = z.infer<typeof InvitationState>;

/** By what the list can be sorted, each way. */
export const invitationSorts = ["-sent", "sent", "email", "-email", "state", "-state"] as const;

/** The form behind "Invite user". GAP-054 */
export const InvitationDraft = z.strictObject({
  email: EmailAddress,
  role: OrganizationRole.default("USER"),
  departmentId: DepartmentId.nullable().default(null),
  message: paragraph(2_000).default(""),
});
export type InvitationDraft = z.infer<typeof InvitationDraft>;

/** Which invitations; everything left out narrows nothing. */
export const InvitationSearch = z.strictObject({
  query: line(100).optional(),
  state: InvitationState.optional(),
  sort: z.enum(invitationSorts).default("-sent"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type InvitationSearch = z.infer<typeof InvitationSearch>;

/** One invitation of the list. */
export const InvitationView = z.object({
  id: InvitationId,
  email: z.string(),
  role: OrganizationRole,
  department: DepartmentChoice.nullable(),
  invitedBy: z.string(),
  state: InvitationState,
  sentCount: z.int(),
  lastSentAt: Instant,
  expiresAt: Instant,
});
export type InvitationView = z.infer<typeof InvitationView>;

/** One page of the list, and how many invitations there are on all of them. */
export const InvitationsPage = z.object({
  invitations: z.array(InvitationView),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
export type InvitationsPage = z.infer<typeof InvitationsPage>;
