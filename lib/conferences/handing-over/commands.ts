import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import type { PersonId } from "#lib/shared/ids";
import { conferenceChanged } from "../facts.ts";
import { holdConference } from "../holding/commands.ts";
import { hintOf, peopleOf } from "../invitees.ts";

/** Who owned it and who is to. */
export type Succession = { readonly fromId: PersonId; readonly heirId: PersonId };

/**
 * Gives a conference another owner; the earlier one stays invited as a participant. When it has another owner already,
 * nothing changes. GAP-064
 * @open only reactions of the portal ask for it
 */
export async function passOnConference(
  context: Context,
  input: Succession & { readonly conferenceId: string },
): Promise<void> {
  const { fromId, heirId } = input;
  const conference = await holdConference(context, { id: input.conferenceId });
  if (conference.ownerId !== fromId || fromId === heirId) return;
  const { db, now } = context;
  const conferenceId = conference.id;
  await db.conference.update({
    where: { id: conferenceId },
    data: { ownerId: heirId },
    select: { id: true },
  });
  await db.conferenceParticipant.deleteMany({ where: { conferenceId, personId: { in: [heirId, fromId] } } });
  await db.conferenceParticipant.create({
    data: { conferenceId, personId: fromId, role: "PARTICIPANT", invitedAt: now },
    select: { id: true },
  });
  await recordAudit(context, {
    action: "conference.passedOn",
    targetType: "conference",
    targetId: conferenceId,
    details: { fromId, heirId },
  });
  const people = peopleOf({ ownerId: heirId }, [...conference.participants, { personId: fromId }]);
  await announce(context, conferenceChanged, { ...hintOf(conference), people });
}
