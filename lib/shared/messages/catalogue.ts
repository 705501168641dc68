import type { Locale } from "../context.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** The message catalogue of one language: namespaces of ICU messages. English decides which keys exist. */
export type Messages = Translation<typeof en>;

/** The same keys with any texts: what another language has to fill in. */
export type Translation<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translation<Texts[Key]>;
};

export type Namespace = keyof Messages;

/** Every text of a language. */
export function messagesOf(locale: Locale): Messages {
  switch (locale) {
    case "en":
      return en;
    case "de":
      return de;
  }
}

/** The namespaces a group of pages needs in the browser; the others stay on the server. */
export function someMessages<const Names extends readonly Namespace[]>(
  locale: Locale,
  names: Names,
): Partial<Messages> {
  return Object.fromEntries(names.map((name) => [name, messagesOf(locale)[name]]));
}
