import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { translator } from "#lib/shared/messages/translator";
import { openConference } from "../commands.ts";
import { holdModeratedConference } from "../holding/commands.ts";
import { addInvited, resolveInvited, tellInvited } from "../invited/commands.ts";
import { canSchedule } from "../policy.ts";
import type { AdHocConferenceView, CallInInput, CallInView, MeetNowInput } from "./schema.ts";

/** Starts a conference on the fly, owned by the actor. It stands in no list, and in the history once people met. MTG-05, HIS-10 */
export async function meetNow(context: Context, input: MeetNowInput): Promise<AdHocConferenceView> {
  const { actor, locale } = context;
  if (!canSchedule(actor)) throw new DomainError("forbidden", { reason: "schedulingNotAllowed" });
  const title = input.title ?? translator(locale, "rooms")("adHoc.title", { name: actor.displayName });
  const { number } = await openConference(context, {
    kind: "AD_HOC",
    title,
    access: input.access,
    mode: "EQUAL",
    pin: null,
    location: null,
    isRecordingPlanned: false,
    participants: [],
  });
  return { number, title, path: `/c/${number}` };
}

/**
 * Calls people into a conference on the fly; who is on its list already hears nothing again. Owner and moderators. Other
 * conferences are shared by their owner, who edits them. GAP-091, CNF-21
 * @open holding it asks
 */
export async function callIn(context: Context, input: CallInInput): Promise<CallInView> {
  const conference = await holdModeratedConference(context, input);
  if (conference.kind !== "AD_HOC") throw new DomainError("not_found");
  if (conference.cancelledAt) throw new DomainError("conflict", { reason: "conferenceCancelled" });
  const { ownerId, participants: before } = conference;
  const rows = await resolveInvited(context, { ownerId, invitees: input.participants, before });
  const added = await addInvited(context, { conference, rows });
  if (added > 0) await tellInvited(context, { ...conference, before });
  return { added };
}
