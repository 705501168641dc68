import { createHash, randomUUID } from "node:crypto";
import type { Context } from "#lib/adapters/database/context";
import { inviteMember } from "#lib/organizations/invitations/commands";
import type { PersonActor } from "#lib/shared/context";
import { addMinutes } from "#lib/shared/time";

const day = 24 * 60;

/** Invitations that are over, with how many days ago they were sent. */
const settled = [
  { email: "noor.haddad@example.org", state: "DECLINED", daysAgo: 3 },
  { email: "otto.falk@example.org", state: "EXPIRED", daysAgo: 21 },
] as const;

/** Shows the Invitations tab with one open invitation, whose mail is kept, and two that are over. */
export async function makeDemoInvitations(context: Context, admin: PersonActor): Promise<void> {
  const { organization } = admin;
  if (!organization) return;
  for (const { email, state, daysAgo } of settled) {
    const sentAt = addMinutes(context.now, -daysAgo * day);
    await context.db.invitation.create({
      data: {
        organizationId: organization.id,
        ...{ email, emailNorm: email, state },
        invitedById: admin.personId,
        message: "",
        tokenHash: createHash("sha256").update(randomUUID()).digest("hex"),
        lastSentAt: sentAt,
        createdAt: sentAt,
        expiresAt: addMinutes(sentAt, 14 * day),
      },
    });
  }
  const email = "lena.vogt@example.org";
  const message = "Welcome aboard. Your first meeting is on Monday.";
  await inviteMember(
    { ...context, actor: admin, locale: "en" },
    { email, role: "USER", departmentId: null, message },
  );
}
