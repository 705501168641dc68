import { DomainError, invalidField } from "#lib/shared/errors";
import { normalized } from "#lib/shared/text";

/** What a chosen password must not be. */
export type Owner = { readonly username: string; readonly email: string };

/** Why the password may not be chosen, as a key of `refusals.fields`; null when it may. GAP-025 */
export function passwordWeakness(password: string, owner: Owner): "passwordIsName" | null {
  const typed = normalized(password.trim());
  return typed === normalized(owner.username) || typed === normalized(owner.email) ? "passwordIsName" : null;
}

/** The refusal of a password that is too short for this portal, or a name; null when it may be chosen. GAP-025 */
export function weakPasswordRefusal(chosen: {
  readonly field: string;
  readonly password: string;
  readonly owner: Owner;
  readonly minLength: number;
}): DomainError | null {
  const { field, password, owner, minLength } = chosen;
  if (password.length < minLength) {
    return new DomainError("invalid_input", {
      fields: [{ field, reason: "tooShort", values: { min: minLength } }],
    });
  }
  const weakness = passwordWeakness(password, owner);
  return weakness && invalidField(field, weakness);
}

/**
 * What of a typed password is looked at. Nobody can have chosen a longer one, and a longer one stays wrong, so that
 * megabytes are never hashed.
 */
export function bounded(typedPassword: string): string {
  return typedPassword.slice(0, 1_000);
}
