import "server-only";
import { mailBody } from "#lib/mail/layout";
import type { Locale } from "#lib/shared/context";
import { translator } from "#lib/shared/messages/translator";

/** Who reads it. */
export type ResetReader = { readonly locale: Locale; readonly username: string; readonly email: string };

/** The mail with the one link that replaces a forgotten password. GAP-029 */
export function passwordResetMail(
  reader: ResetReader,
  { secret, origin }: { readonly secret: string; readonly origin: string },
): { readonly subject: string; readonly text: string; readonly html: string } {
  const t = translator(reader.locale, "security");
  const body = mailBody({
    locale: reader.locale,
    heading: t("mail.reset.heading"),
    paragraphs: [t("mail.reset.text")],
    facts: [{ label: t("mail.username"), value: reader.username }],
    action: {
      label: t("mail.reset.action"),
      url: `${origin}/reset-password#${secret}`,
      hint: t("mail.hint"),
    },
    notes: [t("mail.reset.lifetime"), t("mail.reset.ignore")],
    reason: t("mail.reset.reason", { address: reader.email }),
  });
  return { subject: t("mail.reset.subject"), ...body };
}
