import type { ActionPurpose } from "../../action-tokens/purposes.ts";
import type { PasswordLink } from "../schema.ts";

/** The purpose of the token behind a link to choose a password. */
export function linkPurpose(kind: PasswordLink["kind"]): ActionPurpose {
  return kind === "reset" ? "RESET_PASSWORD" : "FIRST_PASSWORD";
}
