import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";
import { portal } from "./portal.ts";

/** Every mail that reached this address, oldest first, read by an independent parser. */
export async function mailsTo(address: string): Promise<readonly Email[]> {
  const { mailFolder } = portal();
  const files = (await readdir(mailFolder)).filter((name) => name.endsWith(".eml")).sort();
  const mails = await Promise.all(
    files.map(async (name) => PostalMime.parse(await readFile(join(mailFolder, name)))),
  );
  return mails.filter((mail) => mail.to?.some((to) => "address" in to && to.address === address));
}

/** Waits until the address has this many mails, and no more. */
export async function waitForMails(address: string, count: number): Promise<readonly Email[]> {
  await expect.poll(async () => (await mailsTo(address)).length, { timeout: 30_000 }).toBe(count);
  return mailsTo(address);
}

/** The calendar part of a mail with the METHOD its content type names. */
export function calendarPartOf(mail: Email): { readonly method: string | undefined; readonly text: string } {
  const part = mail.attachments.find((attachment) => attachment.mimeType === "text/calendar");
  if (!part) throw new Error(`the mail "${mail.subject}" has no calendar part`);
  const text = typeof part.content === "string" ? part.content : new TextDecoder().decode(part.content);
  return { method: part.method, text };
}
