import type { ConferenceId, OrganizationId, PersonId, SignInSessionId, StoredFileId } from "./ids.ts";

/** The languages the product speaks; the first is the fallback. */
export const locales = ["en", "de"] as const;
/** A language the product speaks. */
export type Locale = (typeof locales)[number];
/** Spoken where nothing else is known. */
export const defaultLocale: Locale = "en";

/** Whether the text names a language the product speaks. */
export function isLocale(value: string | null | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Who acts. Policies decide on nothing else. */
export type Actor =
  | {
      readonly kind: "person";
      readonly personId: PersonId;
      readonly sessionId: SignInSessionId;
      /** Person who runs the installation; reaches the control panel. ADM-01 */
      readonly isServerAdmin: boolean;
      /** The organization the person is a member of; null for an individual account. GAP-011 */
      readonly organization: { readonly id: OrganizationId; readonly role: "ADMIN" | "USER" } | null;
      readonly displayName: string;
      /** Picture that the person is shown by; null where the initials stand. */
      readonly avatarId: StoredFileId | null;
      /** IANA zone of the profile. */
      readonly timeZone: string;
      /** Language of the profile; null when the browser decides. */
      readonly locale: Locale | null;
    }
  | { readonly kind: "guest"; readonly conferenceId: ConferenceId; readonly name: string }
  | { readonly kind: "anonymous" }
  | { readonly kind: "system"; readonly reason: string };

/** A signed-in person. */
export type PersonActor = Extract<Actor, { kind: "person" }>;

/** What a door hands down besides the database: who asks, when, in which language. Domains never read the clock. */
export type RequestContext = {
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
  /** Joins log lines, audit entries and problem documents of one request. */
  readonly requestId: string;
  /** Address the request came from, where there is one: for the audit and for limits. */
  readonly address?: string;
  readonly userAgent?: string;
};
