import { z } from "zod";
import { MailId } from "#lib/shared/ids";

/** Name of the job that hands one queued mail over. */
export const mailJob = "mail.send";

/** What that job carries. */
export const MailJob = z.object({ mailId: MailId });
