import "server-only";
import { mailBody } from "#lib/mail/layout";
import type { Locale } from "#lib/shared/context";
import { translator } from "#lib/shared/messages/translator";
import { formatShortDate, type TimeZone } from "#lib/shared/time";

type Written = { readonly subject: string; readonly text: string; readonly html: string };

/** What the mail to somebody says who is asked to become a contact. */
export type RequestLetter = {
  readonly locale: Locale;
  readonly timeZone: TimeZone;
  readonly address: string;
  readonly from: string;
  readonly message: string;
  readonly expiresAt: Date;
  readonly secret: string;
  readonly origin: string;
};

/** Asks somebody to become a contact, with a link to accept and one to decline. RFC-17..20 */
export function requestMail(letter: RequestLetter): Written {
  const t = translator(letter.locale, "contacts");
  const { from, address, message, origin, secret } = letter;
  const body = mailBody({
    locale: letter.locale,
    heading: t("mail.request.heading", { from }),
    paragraphs: [t("mail.request.lead", { from })],
    facts: [
      ...(message ? [{ label: t("mail.request.message"), value: message }] : []),
      { label: t("mail.request.until"), value: formatShortDate(letter.expiresAt, letter) },
    ],
    action: {
      label: t("mail.request.accept"),
      url: `${origin}/contact-request/accept#${secret}`,
      hint: t("mail.hint"),
    },
    otherAction: { label: t("mail.request.decline"), url: `${origin}/contact-request/decline#${secret}` },
    notes: [t("mail.request.note", { address })],
    reason: t("mail.request.reason", { from, address }),
  });
  return { subject: t("mail.request.subject", { from }), ...body };
}

/** What the mail to each of two people says who are contacts now. */
export type ConnectionLetter = {
  readonly locale: Locale;
  readonly address: string;
  readonly other: string;
  readonly origin: string;
};

/** Tells somebody about a new contact. RFC-38, GAP-050 */
export function connectionMail({ locale, address, other, origin }: ConnectionLetter): Written {
  const t = translator(locale, "contacts");
  const body = mailBody({
    locale,
    heading: t("mail.connection.heading", { other }),
    paragraphs: [t("mail.connection.lead", { other })],
    facts: [],
    action: {
      label: t("mail.connection.action"),
      url: `${origin}/contact-requests?tab=connected`,
      hint: t("mail.hint"),
    },
    notes: [],
    reason: t("mail.connection.reason", { address }),
  });
  return { subject: t("mail.connection.subject", { other }), ...body };
}
