import "server-only";
import { createTransport } from "nodemailer";
import { z } from "zod";
import { message } from "./message.ts";
import { type Mailer, MailRefusedError } from "./port.ts";

/** Which server takes our mails. */
export type SmtpSettings = {
  /** `smtp://` or `smtps://`, with user and password where needed. */
  readonly url: string;
  /** Sender of mails that name none, such as `Atrium <meet@example.org>`. */
  readonly from: string;
  readonly timeoutMilliseconds?: number;
};

const smtpError = z.object({ responseCode: z.number(), command: z.string() });

/** Sends by SMTP over a few connections that stay open. */
export function createSmtpMailer({ url, from, timeoutMilliseconds = 10_000 }: SmtpSettings): Mailer & {
  readonly close: () => void;
} {
  const transport = createTransport(pooled(url, timeoutMilliseconds));

  return {
    async send(mail) {
      const outgoing = message(mail, from);
      try {
        await transport.sendMail(outgoing);
      } catch (cause) {
        if (isRefusal(cause)) throw new MailRefusedError("The mail server refused the mail", { cause });
        throw cause;
      }
      return { messageId: mail.messageId };
    },
    state: () =>
      transport.verify().then(
        () => "up",
        () => "down",
      ),
    close: () => transport.close(),
  };
}

/** Our options as part of the address: nodemailer ignores every option beside a url. What the address says wins. */
function pooled(url: string, timeoutMilliseconds: number): string {
  const options = {
    pool: true,
    maxConnections: 5,
    // After a broken connection the job decides about another attempt, not the pool.
    maxRequeues: 0,
    connectionTimeout: timeoutMilliseconds,
    greetingTimeout: timeoutMilliseconds,
    socketTimeout: timeoutMilliseconds,
    dnsTimeout: timeoutMilliseconds,
  };
  const address = new URL(url);
  for (const [name, value] of Object.entries(options)) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(value));
  }
  return address.href;
}

/** Only what is said about the recipient or the mail itself is final; a refused sender or sign-in is ours to mend. */
function isRefusal(cause: unknown): boolean {
  const { data } = smtpError.safeParse(cause);
  return data !== undefined && data.responseCode >= 500 && ["RCPT TO", "DATA"].includes(data.command);
}
