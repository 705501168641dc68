import "server-only";
import { type MailContent, mailBody } from "#lib/mail/layout";
import type { Locale } from "#lib/shared/context";
import { translator } from "#lib/shared/messages/translator";

/** Whose mail it is, and where it goes. */
export type EmailReader = { readonly locale: Locale; readonly username: string; readonly address: string };

type Written = { readonly subject: string; readonly text: string; readonly html: string };

/** To the new address: the link that makes it the account's own. GAP-077 */
export function emailLinkMail(
  reader: EmailReader,
  link: { readonly secret: string; readonly origin: string },
): Written {
  const t = translator(reader.locale, "profile");
  return written(reader, {
    kind: "link",
    facts: [
      { label: t("mail.username"), value: reader.username },
      { label: t("mail.newEmail"), value: reader.address },
    ],
    action: {
      label: t("mail.link.action"),
      url: `${link.origin}/confirm-email#${link.secret}`,
      hint: t("mail.hint"),
    },
  });
}

/** To the address that still is the account's own: another one is wanted. */
export function emailAskedMail(
  reader: EmailReader,
  news: { readonly email: string; readonly origin: string },
): Written {
  const t = translator(reader.locale, "profile");
  return written(reader, {
    kind: "asked",
    facts: [
      { label: t("mail.username"), value: reader.username },
      { label: t("mail.newEmail"), value: news.email },
    ],
    action: {
      label: t("mail.asked.action"),
      url: `${news.origin}/settings/profile/email-and-password`,
      hint: t("mail.hint"),
    },
  });
}

/** To the address that was the account's own until now. */
export function emailChangedMail(reader: EmailReader, news: { readonly email: string }): Written {
  const t = translator(reader.locale, "profile");
  return written(reader, {
    kind: "changed",
    facts: [
      { label: t("mail.username"), value: reader.username },
      { label: t("mail.newEmail"), value: news.email },
    ],
    action: null,
  });
}

/** To somebody whose address another account should have got. */
export function emailTakenMail(reader: EmailReader, news: { readonly origin: string }): Written {
  const t = translator(reader.locale, "profile");
  return written(reader, {
    kind: "taken",
    facts: [{ label: t("mail.username"), value: reader.username }],
    action: { label: t("mail.taken.action"), url: `${news.origin}/sign-in`, hint: t("mail.hint") },
  });
}

function written(
  reader: EmailReader,
  content: Pick<MailContent, "facts" | "action"> & {
    readonly kind: "link" | "asked" | "changed" | "taken";
  },
): Written {
  const { kind, facts, action } = content;
  const t = translator(reader.locale, "profile");
  const body = mailBody({
    locale: reader.locale,
    heading: t(`mail.${kind}.heading`),
    paragraphs: [t(`mail.${kind}.text`)],
    facts,
    action,
    notes: [t(`mail.${kind}.note`)],
    reason: t(`mail.${kind}.reason`, { address: reader.address }),
  });
  return { subject: t(`mail.${kind}.subject`), ...body };
}
