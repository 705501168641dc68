import "server-only";
import { type MailContent, mailBody } from "#lib/mail/layout";
import type { Locale } from "#lib/shared/context";
import { translator } from "#lib/shared/messages/translator";
import { displayNameOf } from "#lib/shared/text";
import { formatShortDate, formatTime, formatWhen, type Period, type TimeZone } from "#lib/shared/time";
import { ruleSentence } from "./rule-sentence.ts";
import { seriesOf } from "./series.ts";
import { conferencePath, type StoredEvent } from "./stored-event.ts";

/** What happened, as the reader is told. `when` is the time the mail is about. */
export type MeetingNews = { readonly when: Period } & (
  | { readonly kind: "invitation" | "change" | "move" | "cancellation" | "removal" }
  | {
      readonly kind: "occurrenceChange";
      readonly planned: Period;
      readonly title: string | null;
      readonly location: string | null;
    }
  | { readonly kind: "occurrenceRestoration" | "occurrenceCancellation" }
);

/** Who reads it: language and zone are those of the mail. */
export type MeetingReader = {
  readonly locale: Locale;
  readonly timeZone: TimeZone;
  readonly address: string;
  readonly hasAccount: boolean;
};

type Written = { readonly subject: string; readonly text: string; readonly html: string };

/** The mail that tells one person the news of a meeting. Holds no PIN. GAP-093, GAP-096 */
export function meetingMail(
  event: StoredEvent,
  input: { readonly news: MeetingNews; readonly reader: MeetingReader; readonly origin: string },
): Written {
  const { news, reader } = input;
  const texts = translator(reader.locale, "mails");
  const organizer = displayNameOf(event.organizer);
  const title = (news.kind === "occurrenceChange" && news.title) || event.title;
  const subject = texts(`subject.${news.kind}`, { title, when: shortWhen(news.when, reader) });
  const isInvited = news.kind !== "removal" && news.kind !== "cancellation";
  const body = mailBody({
    locale: reader.locale,
    heading: title,
    paragraphs: [leadOf(event, input)],
    facts: factsOf(event, input),
    action: isInvited && news.kind !== "occurrenceCancellation" ? joinOf(event, input) : null,
    notes: isInvited ? notesOf(event, reader) : [],
    reason: texts(isInvited ? "reason.invited" : "reason.removed", { organizer, address: reader.address }),
  });
  return { subject, ...body };
}

type Input = Parameters<typeof meetingMail>[1];

function leadOf(event: StoredEvent, { news, reader }: Input): string {
  const texts = translator(reader.locale, "mails");
  const organizer = displayNameOf(event.organizer);
  if (news.kind === "occurrenceChange") {
    const planned = formatWhen(news.planned, reader);
    return texts("lead.occurrenceChange", { organizer, planned });
  }
  const isSeriesEnd = news.kind === "cancellation" && event.rrule !== null;
  return texts(isSeriesEnd ? "lead.seriesCancellation" : `lead.${news.kind}`, { organizer });
}

function factsOf(event: StoredEvent, { news, reader }: Input): MailContent["facts"] {
  const texts = translator(reader.locale, "mails");
  const location = (news.kind === "occurrenceChange" && news.location) || event.location;
  const facts = [
    { label: texts("fact.when"), value: formatWhen(news.when, reader) },
    { label: texts("fact.repeats"), value: isAboutAll(news) ? repeatsOf(event, reader) : "" },
    { label: texts("fact.where"), value: location ?? "" },
    { label: texts("fact.organizer"), value: displayNameOf(event.organizer) },
    { label: texts("fact.about"), value: event.description ?? "" },
  ];
  return facts.filter(({ value }) => value !== "");
}

function isAboutAll({ kind }: MeetingNews): boolean {
  return !kind.startsWith("occurrence");
}

function repeatsOf(event: StoredEvent, reader: MeetingReader): string {
  const { rule, localStart, timeZone } = seriesOf(event);
  if (!rule) return "";
  const sentence = ruleSentence(
    { rule, localStart },
    { locale: reader.locale, texts: translator(reader.locale, "calendar") },
  );
  // Elsewhere the weekday and the time of a date may be others than the rule's own.
  if (timeZone === reader.timeZone) return sentence;
  return `${sentence}\n${translator(reader.locale, "mails")("clock", { timeZone })}`;
}

function joinOf(event: StoredEvent, { reader, origin }: Input): MailContent["action"] {
  const texts = translator(reader.locale, "mails");
  const url = `${origin}${conferencePath(event.conference.number)}`;
  return { label: texts("join.label"), url, hint: texts("join.hint") };
}

function notesOf(event: StoredEvent, reader: MeetingReader): readonly string[] {
  if (!event.conference.hasPin) return [];
  const texts = translator(reader.locale, "mails");
  const organizer = displayNameOf(event.organizer);
  return [reader.hasAccount ? texts("pin.account") : texts("pin.address", { organizer })];
}

function shortWhen({ start }: Period, reader: MeetingReader): string {
  return `${formatShortDate(start, reader)}, ${formatTime(start, reader)}`;
}
