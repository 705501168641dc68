import "server-only";
import { mailBody } from "#lib/mail/layout";
import type { Locale } from "#lib/shared/context";
import { translator } from "#lib/shared/messages/translator";
import { formatShortDate, formatTime, type TimeZone } from "#lib/shared/time";
import type { SecurityChange } from "./facts.ts";

/** Who reads it. */
export type NoticeReader = {
  readonly locale: Locale;
  readonly timeZone: TimeZone;
  readonly username: string;
  readonly email: string;
};

/** The mail that tells somebody what changed about the own sign-in, and what to do if it was somebody else. GAP-037 */
export function securityNoticeMail(
  reader: NoticeReader,
  news: { readonly change: SecurityChange; readonly at: Date; readonly origin: string },
): { readonly subject: string; readonly text: string; readonly html: string } {
  const t = translator(reader.locale, "security");
  const { change, at, origin } = news;
  const heading = t(`mail.notice.${change}.heading`);
  const body = mailBody({
    locale: reader.locale,
    heading,
    paragraphs: [t(`mail.notice.${change}.text`)],
    facts: [
      { label: t("mail.username"), value: reader.username },
      { label: t("mail.when"), value: `${formatShortDate(at, reader)}, ${formatTime(at, reader)}` },
    ],
    action: { label: t("mail.notice.action"), url: `${origin}/settings/account`, hint: t("mail.hint") },
    notes: [t("mail.notice.notYou")],
    reason: t("mail.notice.reason", { address: reader.email }),
  });
  return { subject: heading, ...body };
}
