import "server-only";
import { configuration } from "#lib/adapters/configuration";
import type { Context } from "#lib/adapters/database/context";
import { queueMails } from "#lib/mail/commands";
import { listQueuedKeys } from "#lib/mail/queries";
import type { IcalendarMethod } from "#lib/mail/schema";
import { normalized } from "#lib/shared/text";
import { type Addressee, addresseeOf } from "../addressees.ts";
import { type MeetingNews, meetingMail } from "../mails.ts";
import type { StoredAttendee, StoredEvent } from "../stored-event.ts";

/** News for some attendees of an event. */
export type Notice = {
  readonly event: StoredEvent;
  /** What kind of news replaces an earlier one; part of the key that lets a mail go out once. */
  readonly slot: string;
  /** SEQUENCE of the change that is told. */
  readonly sequence: number;
  readonly to: readonly StoredAttendee[];
  readonly news: MeetingNews;
  readonly icalendar: { readonly method: IcalendarMethod; readonly text: string };
};

/**
 * Queues one mail for each attendee who has not been told yet. A mail says how the event stands now, so one that was
 * written for a later change of the same kind tells this one too.
 */
export async function tell(context: Context, notice: Notice): Promise<void> {
  const { event } = notice;
  const { origin } = configuration();
  const addressees = notice.to.flatMap(
    (attendee) => addresseeOf(attendee, { event, fallback: context.locale }) ?? [],
  );
  const keysOf = (addressee: Addressee) => keysSince(notice, addressee);
  const known = await listQueuedKeys(context, { dedupeKeys: addressees.flatMap(keysOf) });
  const untold = addressees.filter((addressee) => !keysOf(addressee).some((key) => known.has(key)));
  await queueMails(
    context,
    untold.map((addressee) => ({
      dedupeKey: keyOf(notice, addressee, event.sequence),
      kind: `event.${notice.news.kind}`,
      to: { name: addressee.name, address: addressee.address },
      replyTo: event.organizer.email,
      locale: addressee.locale,
      ...meetingMail(event, { news: notice.news, reader: addressee, origin }),
      icalendar: notice.icalendar,
    })),
  );
}

/** The keys of all mails that would tell this change: written for it, or for a later one. */
function keysSince(notice: Notice, addressee: Addressee): readonly string[] {
  const { event } = notice;
  const count = Math.max(event.sequence - notice.sequence, 0) + 1;
  return Array.from({ length: count }, (_, index) => keyOf(notice, addressee, event.sequence - index));
}

function keyOf({ event, slot }: Notice, { address }: Addressee, sequence: number): string {
  return `${event.id}:${sequence}:${slot}:${normalized(address)}`;
}
