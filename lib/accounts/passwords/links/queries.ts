import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { findToken } from "../../action-tokens/queries.ts";
import { getAccountSettings } from "../../settings/queries.ts";
import { requirePasswordChange } from "../policy.ts";
import type { PasswordLink, PasswordLinkView } from "../schema.ts";
import { linkPurpose } from "./link.ts";

/**
 * What a mailed link to choose a password still does; reading it uses nothing up. Refuses with `not_found` when there
 * never was one or the account is closed. GAP-029, GAP-061, INV-40
 */
export async function getPasswordLink(
  context: Pick<Context, "db" | "now">,
  input: PasswordLink,
): Promise<PasswordLinkView> {
  if (input.kind === "reset") requirePasswordChange(await getAccountSettings(context));
  const token = await findToken(context, { purpose: linkPurpose(input.kind), secret: input.secret });
  if (!token) throw new DomainError("not_found", { reason: "passwordLinkUnknown" });
  if (token.state !== "open") return { state: token.state, username: null };
  const person = await context.db.person.findUnique({
    where: { id: token.personId, state: { not: "DISABLED" } },
    select: { username: true },
  });
  if (!person) throw new DomainError("not_found", { reason: "passwordLinkUnknown" });
  return { state: "open", username: person.username };
}
