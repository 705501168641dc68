import "server-only";
import { mailBody } from "#lib/mail/layout";
import type { Locale } from "#lib/shared/context";
import { translator } from "#lib/shared/messages/translator";

/** What the mail is about. */
export type SharedConference = {
  readonly kind: "ROOM" | "AD_HOC";
  readonly title: string;
  readonly location: string | null;
  readonly ownerName: string;
  readonly hasPin: boolean;
  readonly url: string;
};

/** Who reads it. */
export type InvitedReader = {
  readonly locale: Locale;
  readonly address: string;
  readonly hasAccount: boolean;
};

/** Tells somebody of a room that is open to them now, or of a conference that runs. Holds no PIN. GAP-093 */
export function invitedMail(
  conference: SharedConference,
  reader: InvitedReader,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { kind, title, location, ownerName: owner, hasPin, url } = conference;
  const { locale, address, hasAccount } = reader;
  const texts = translator(locale, "rooms");
  const facts = [
    { label: texts("mail.owner"), value: owner },
    { label: texts("mail.where"), value: location ?? "" },
  ];
  const pin = hasAccount && kind === "ROOM" ? texts("mail.pinOnCard") : texts("mail.pinAsk", { owner });
  const body = mailBody({
    locale,
    heading: title,
    paragraphs: [texts(`mail.lead.${kind}`, { owner })],
    facts: facts.filter(({ value }) => value !== ""),
    action: { label: texts(`mail.open.${kind}`), url, hint: texts("mail.hint") },
    notes: hasPin ? [pin] : [],
    reason: texts("mail.reason", { owner, address }),
  });
  return { subject: texts(`mail.subject.${kind}`, { title, owner }), ...body };
}
