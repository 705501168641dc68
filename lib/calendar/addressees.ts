import { isLocale, type Locale } from "#lib/shared/context";
import { displayNameOf } from "#lib/shared/text";
import type { TimeZone } from "#lib/shared/time";
import type { StoredAttendee, StoredEvent } from "./stored-event.ts";

/** Somebody who gets mails about a meeting. */
export type Addressee = {
  readonly name: string | null;
  readonly address: string;
  readonly hasAccount: boolean;
  readonly locale: Locale;
  readonly timeZone: TimeZone;
};

/**
 * Where and how mails reach an attendee: in the language of the profile, else the organizer's, and in the zone of the
 * profile, without an account the event's. Null for accounts that are not active. GAP-096
 */
export function addresseeOf(
  attendee: Pick<StoredAttendee, "person" | "name" | "email">,
  origin: { readonly event: StoredEvent; readonly fallback: Locale },
): Addressee | null {
  const { event, fallback } = origin;
  const { person } = attendee;
  const locale = [person?.locale, event.organizer.locale].find(isLocale) ?? fallback;
  if (person) {
    if (!person.isActive) return null;
    const { email, timeZone } = person;
    return { name: displayNameOf(person), address: email, hasAccount: true, locale, timeZone };
  }
  const { name, email } = attendee;
  return email ? { name, address: email, hasAccount: false, locale, timeZone: event.timeZone } : null;
}
