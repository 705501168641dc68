import "server-only";
import { mailBody } from "#lib/mail/layout";
import type { Locale } from "#lib/shared/context";
import { translator } from "#lib/shared/messages/translator";
import { formatShortDate, type TimeZone } from "#lib/shared/time";

type Written = { readonly subject: string; readonly text: string; readonly html: string };

/** What the mail to an invited address says. */
export type InvitationLetter = {
  readonly locale: Locale;
  readonly timeZone: TimeZone;
  readonly address: string;
  readonly from: string;
  readonly organization: string;
  readonly department: string | null;
  readonly message: string;
  readonly expiresAt: Date;
  /** The page behind the link, with the secret behind #. */
  readonly url: string;
  readonly isAgain: boolean;
};

/** Invites an address into an organization: one link, to accept. ORG-30, ORG-33 */
export function invitationMail(letter: InvitationLetter): Written {
  const t = translator(letter.locale, "organization");
  const { from, organization, address, department, message } = letter;
  const until = formatShortDate(letter.expiresAt, letter);
  const body = mailBody({
    locale: letter.locale,
    heading: t("mail.invitation.heading", { organization }),
    paragraphs: [
      t("mail.invitation.lead", { from, organization }),
      ...(message ? [message] : []),
      ...(letter.isAgain ? [t("mail.invitation.again")] : []),
    ],
    facts: [
      { label: t("mail.organization"), value: organization },
      ...(department ? [{ label: t("mail.department"), value: department }] : []),
      { label: t("mail.until"), value: until },
    ],
    action: { label: t("mail.invitation.action"), url: letter.url, hint: t("mail.hint") },
    notes: [t("mail.invitation.note", { address })],
    reason: t("mail.invitation.reason", { from, address }),
  });
  return { subject: t("mail.invitation.subject", { from, organization }), ...body };
}

/** What the mail to a new user says. */
export type CredentialsLetter = {
  readonly locale: Locale;
  readonly timeZone: TimeZone;
  readonly address: string;
  readonly username: string;
  readonly by: string;
  readonly organization: string;
  readonly expiresAt: Date;
  readonly url: string;
};

/** Tells a new user the user name and where to choose a password. ORG-43, GAP-061 */
export function credentialsMail(letter: CredentialsLetter): Written {
  const t = translator(letter.locale, "organization");
  const { by, organization, username, address } = letter;
  const body = mailBody({
    locale: letter.locale,
    heading: t("mail.credentials.heading"),
    paragraphs: [t("mail.credentials.lead", { by, organization })],
    facts: [
      { label: t("mail.username"), value: username },
      { label: t("mail.organization"), value: organization },
      { label: t("mail.until"), value: formatShortDate(letter.expiresAt, letter) },
    ],
    action: { label: t("mail.credentials.action"), url: letter.url, hint: t("mail.hint") },
    notes: [t("mail.credentials.note")],
    reason: t("mail.credentials.reason", { by, address }),
  });
  return { subject: t("mail.credentials.subject", { organization }), ...body };
}
