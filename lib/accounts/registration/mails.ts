import "server-only";
import { mailBody } from "#lib/mail/layout";
import type { Locale } from "#lib/shared/context";
import { translator } from "#lib/shared/messages/translator";

/** Who reads it. */
export type AccountReader = {
  readonly locale: Locale;
  readonly firstName: string;
  readonly username: string;
  readonly email: string;
};

type Written = { readonly subject: string; readonly text: string; readonly html: string };

/** The mail with the one link that activates an account, and the user name to sign in with. ACC-08, ACC-14, ACC-15 */
export function activationMail(
  reader: AccountReader,
  link: { readonly secret: string; readonly origin: string },
): Written {
  const t = translator(reader.locale, "registration");
  const body = mailBody({
    locale: reader.locale,
    heading: t("mail.activation.heading", { firstName: reader.firstName }),
    paragraphs: [t("mail.activation.text")],
    facts: [
      { label: t("mail.fact.username"), value: reader.username },
      { label: t("mail.fact.email"), value: reader.email },
    ],
    action: {
      label: t("mail.activation.action"),
      url: `${link.origin}/activate#${link.secret}`,
      hint: t("mail.hint"),
    },
    notes: [t("mail.activation.lifetime"), t("mail.activation.password")],
    reason: t("mail.activation.reason", { address: reader.email }),
  });
  return { subject: t("mail.activation.subject"), ...body };
}

/** The mail to somebody whose address was registered again, with the ways in: sign-in and a new password. GAP-024 */
export function accountExistsMail(reader: AccountReader, { origin }: { readonly origin: string }): Written {
  const t = translator(reader.locale, "registration");
  const body = mailBody({
    locale: reader.locale,
    heading: t("mail.exists.heading"),
    paragraphs: [t("mail.exists.text")],
    facts: [{ label: t("mail.fact.username"), value: reader.username }],
    action: { label: t("mail.exists.action"), url: `${origin}/sign-in`, hint: t("mail.hint") },
    notes: [t("mail.exists.reset", { url: `${origin}/forgot-password` })],
    reason: t("mail.exists.reason", { address: reader.email }),
  });
  return { subject: t("mail.exists.subject"), ...body };
}
