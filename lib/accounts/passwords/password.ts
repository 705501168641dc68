import { normalized } from "#lib/shared/text";

/** What a chosen password must not be. */
export type Owner = { readonly username: string; readonly email: string };

/** Why the password may not be chosen, as a key of `refusals.fields`; null when it may. GAP-025 */
export function passwordWeakness(password: string, owner: Owner): "passwordIsName" | null {
  const typed = normalized(password.trim());
  return typed === normalized(owner.username) || typed === normalized(owner.email) ? "passwordIsName" : null;
}

/**
 * What of a typed password is looked at. Nobody can have chosen a longer one, and a longer one stays wrong, so that
 * megabytes are never hashed.
 */
export function bounded(typedPassword: string): string {
  return typedPassword.slice(0, 1_000);
}
