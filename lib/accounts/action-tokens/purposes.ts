/** What a single-use token of one person is for: links in mails, and tickets between the steps of a sign-in. */
export type ActionPurpose = keyof typeof lifetimeMinutes;

/** How long each is good. GAP-026, GAP-029, GAP-041, GAP-061, GAP-077 */
export const lifetimeMinutes = {
  ACTIVATE: 48 * 60,
  RESET_PASSWORD: 60,
  FIRST_PASSWORD: 14 * 24 * 60,
  CHANGE_EMAIL: 24 * 60,
  SECOND_FACTOR: 10,
  ACCEPT_TERMS: 30,
  SET_PASSWORD: 15,
} as const;

const inMails: readonly ActionPurpose[] = ["ACTIVATE", "RESET_PASSWORD", "FIRST_PASSWORD", "CHANGE_EMAIL"];

/** Whether a mail carries it; of those the newest only is good. */
export function isInMail(purpose: ActionPurpose): boolean {
  return inMails.includes(purpose);
}
