import "server-only";
import type { SendMailOptions } from "nodemailer";
import { type MailAddress, MailRefusedError, type OutgoingMail } from "./port.ts";

/**
 * The mail in the words of nodemailer, the same for every way of sending. No value can start a header of its own or
 * add a recipient. Throws `MailRefusedError` for an address that no server could deliver to.
 */
export function message(mail: OutgoingMail, defaultFrom: string): SendMailOptions {
  const { icalendar, replyTo, from } = mail;
  return {
    messageId: `<${checked(mail.messageId, /^[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+$/u, "message id")}>`,
    from: from ? mailbox(from) : defaultFrom,
    to: mailbox(mail.to),
    ...(replyTo && { replyTo: mailbox(replyTo) }),
    subject: singleLine(mail.subject),
    text: mail.text,
    html: mail.html,
    ...(icalendar && {
      icalEvent: {
        method: icalendar.method,
        content: icalendar.text,
        filename: singleLine(icalendar.filename),
      },
    }),
    headers: {
      // Keeps out-of-office notes from answering. RFC 3834
      "Auto-Submitted": "auto-generated",
      ...(mail.locale && { "Content-Language": singleLine(mail.locale) }),
      ...furtherHeaders(mail.headers ?? {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function mailbox({ name = "", address }: MailAddress): { name: string; address: string } {
  // Quoted local parts are legal and not accepted: the characters that need them also separate recipients.
  if (!/^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u.test(address)) {
    throw new MailRefusedError("The address is not one that mail can be sent to");
  }
  return { name: singleLine(name), address };
}

function furtherHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      checked(name, /^[A-Za-z0-9-]+$/, "header name"),
      singleLine(value),
    ]),
  );
}

function checked(value: string, pattern: RegExp, what: string): string {
  if (!pattern.test(value)) throw new Error(`not a usable ${what}: ${JSON.stringify(value)}`);
  return value;
}

function singleLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
