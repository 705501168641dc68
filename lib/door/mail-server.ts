import "server-only";
import { configuration } from "#lib/adapters/configuration";

/** Whether mails leave through a mail server; without one they are kept to be read in the control panel. */
export function hasMailServer(): boolean {
  return configuration().mail.smtpUrl !== undefined;
}
