import "server-only";
import { join } from "node:path";
import { configuration } from "../configuration.ts";
import { createEmbeddedMailer } from "./embedded.ts";
import type { KeptMails, Mailer } from "./port.ts";
import { createSmtpMailer } from "./smtp.ts";

type Choice = { readonly mailer: Mailer; readonly kept: KeptMails | null };

let current: Choice | undefined;

/** The mailer of this process: by SMTP when `SMTP_URL` is set, and one that keeps the mails otherwise. */
export function mailer(): Mailer {
  current ??= choose();
  return current.mailer;
}

/** The mails that stayed here for the administrator to read, or null where mails are really sent. */
export function keptMails(): KeptMails | null {
  current ??= choose();
  return current.kept;
}

function choose(): Choice {
  const { mail, dataFolder } = configuration();
  if (mail.smtpUrl) return { mailer: createSmtpMailer({ url: mail.smtpUrl, from: mail.from }), kept: null };
  const embedded = createEmbeddedMailer({ folder: join(dataFolder, "mails"), from: mail.from });
  return { mailer: embedded, kept: embedded };
}
