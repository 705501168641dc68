import { z } from "zod";

const controlCharacters = /[\p{Cc}]/u;
const controlCharactersButLines = /[^\P{Cc}\n\r\t]/u;

/** One line of text as a person types it: trimmed, no control characters (NUL among them), `max` in characters. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !controlCharacters.test(value), { error: "controlCharacters" });
}

/** Several lines of text; line ends are made `\n`. */
export function paragraph(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .refine((value) => !controlCharactersButLines.test(value), { error: "controlCharacters" })
    .transform((value) => value.replace(/\r\n?/g, "\n"));
}

/** E-mail address without blanks, as typed. GAP-042 */
export const EmailAddress = z
  .string()
  .max(254)
  .refine((value) => !/\s/u.test(value), { error: "blankInEmail" })
  .pipe(z.email());

/** The form in which addresses and user names are compared. GAP-032 */
export function normalized(value: string): string {
  return value.toLowerCase();
}

/** How a person is called where one name is shown. GAP-078 */
export function displayNameOf(person: {
  readonly displayName: string | null;
  readonly firstName: string;
  readonly lastName: string;
}): string {
  return person.displayName ?? `${person.firstName} ${person.lastName}`.trim();
}

/** Instant as it travels in views: ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
