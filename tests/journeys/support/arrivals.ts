import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { waitForMails } from "./mailbox.ts";

/** Somebody who has no account yet, with a name and an address that no other journey has. */
export type Newcomer = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
};

/** A newcomer of this first name. */
export function newcomer(firstName: string): Newcomer {
  const tag = [...randomBytes(6)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
  const email = `${firstName.toLowerCase()}.${tag}@example.org`;
  return { firstName, lastName: `Quist${tag}`, email, password: "a-long-enough-password" };
}

/** Fills in the form of an individual account and sends it; the address stays as it is where the page fixed it. */
export async function register(
  page: Page,
  { firstName, lastName, email, password }: Newcomer,
): Promise<void> {
  await page.getByLabel("First name").fill(firstName);
  await page.getByLabel("Last name").fill(lastName);
  const address = page.getByLabel("E-mail address");
  if (await address.isEditable()) await address.fill(email);
  await expect(address).toHaveValue(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Repeat password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "The account has been created" })).toBeVisible();
}

/** The link in the activation mail, which is this address's mail number `count`. */
export async function activationLinkTo(email: string, count = 1): Promise<string> {
  const mail = (await waitForMails(email, count)).at(-1);
  expect(mail?.subject).toMatch(/^Account activation on Atrium/);
  return linkIn(mail?.text, "/activate");
}

/** The address in a mail's text that has this path. */
export function linkIn(text: string | undefined, path: string): string {
  const link = text?.match(/https?:\/\/\S+/g)?.find((address) => new URL(address).pathname === path);
  if (!link) throw new Error(`no link to ${path} in: ${text}`);
  return link;
}

/** Types name and password; what comes next depends on the account. */
export async function typeCredentials(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel("User name or e-mail address").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Reads and accepts the terms of use at the first sign-in. */
export async function acceptTerms(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Terms of use", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Accept" }).click();
}
