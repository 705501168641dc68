import "server-only";

/** A mailbox. The name may hold any text; line breaks and other control characters become blanks. */
export type MailAddress = { readonly name?: string; readonly address: string };

/** One mail to one person. */
export type OutgoingMail = {
  /** Made by the caller and stable over attempts, without angle brackets: `<anything>@<host>`. */
  readonly messageId: string;
  /** The sender of all mails by configuration, unless said otherwise. */
  readonly from?: MailAddress;
  readonly to: MailAddress;
  readonly replyTo?: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Language of the wording, as a BCP 47 tag. */
  readonly locale?: string;
  /** An invitation or its withdrawal: sent as a part that calendars act on, and as a file for all others. RFC 6047 */
  readonly icalendar?: {
    readonly method: "REQUEST" | "CANCEL";
    readonly text: string;
    readonly filename: string;
  };
  /** Further headers. A name that is not made of letters, digits and hyphens is a bug and throws. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** Hands mails over to whoever delivers them. */
export type Mailer = {
  /**
   * Resolves once the mail was accepted. Rejects with `MailRefusedError` when it never will be, and with any other
   * error when a later attempt may succeed. A second attempt may deliver a second copy with the same `messageId`.
   */
  send(mail: OutgoingMail): Promise<{ readonly messageId: string }>;
  /** Whether mails can be handed over now; takes some seconds at worst. */
  state(): Promise<"up" | "down">;
};

/** A mail that stays on this machine. */
export type KeptMail = { readonly id: string; readonly keptAt: Date; readonly mail: OutgoingMail };

/** Reads what the embedded mailer kept. Mails hold secret links: for the server administrator only. */
export type KeptMails = {
  /** Newest first; `before` is the id of the last one seen. */
  list(page: { readonly limit: number; readonly before?: string }): Promise<readonly KeptMail[]>;
  /** One mail with its source as it would have been sent, or null. */
  find(id: string): Promise<(KeptMail & { readonly source: string }) | null>;
};

/** The mail server refused the recipient or the mail for good: trying again is pointless. */
export class MailRefusedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MailRefusedError";
  }
}
