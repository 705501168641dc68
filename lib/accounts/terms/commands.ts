import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import { redeemToken } from "../action-tokens/commands.ts";
import { holdPerson } from "../commands.ts";
import { accountActivated } from "../facts.ts";
import { requireAccountAdministrator } from "../policy.ts";
import { continueSignIn } from "../sign-in/chain/commands.ts";
import { type SignInOutcome, ticketRefusal } from "../sign-in/next-step.ts";
import type { StepTicket } from "../sign-in/schema.ts";
import { findCurrentTermsNumber, getTerms } from "./queries.ts";
import type { NewTerms, PublishedTerms, TermsAcceptanceInput } from "./schema.ts";

/**
 * Accepts the terms in force at a sign-in and goes on with it. An account that waited for this is active from now on, and
 * that is announced once. Refuses with `not_found` when the ticket is not good, and with `conflict` when newer terms were
 * published meanwhile; the ticket stays good then. ACC-19..23, GAP-002, GAP-028, GAP-041
 * @open the ticket is the proof
 */
export async function acceptTerms(
  context: SteppingContext,
  input: TermsAcceptanceInput,
): Promise<SignInOutcome> {
  return context.step((open) => accept(open, input));
}

async function accept(context: Context, input: TermsAcceptanceInput): Promise<SignInOutcome> {
  const holder = await redeemToken(context, { purpose: "ACCEPT_TERMS", secret: input.ticket });
  if (!holder) throw ticketRefusal();
  const { personId } = holder;
  await holdPerson(context, personId);
  if ((await findCurrentTermsNumber(context)) !== input.number) {
    throw new DomainError("conflict", { reason: "termsChanged" });
  }
  await recordTermsAcceptance(context, { personId, number: input.number });
  const { count } = await context.db.person.updateMany({
    where: { id: personId, state: "WAITING_TERMS" },
    data: { state: "ACTIVE" },
  });
  if (count > 0) await announce(context, accountActivated, { personId });
  return continueSignIn(context, personId);
}

/**
 * Ends a sign-in at the terms: its ticket opens nothing any more. A ticket that is not good is not mentioned. GAP-028
 * @open the ticket is the proof
 */
export async function declineTerms(context: Context, input: StepTicket): Promise<undefined> {
  const holder = await redeemToken(context, { purpose: "ACCEPT_TERMS", secret: input.ticket });
  if (!holder) return;
  await recordAudit(context, {
    action: "terms.declined",
    targetType: "person",
    targetId: holder.personId,
  });
}

/**
 * Keeps that somebody accepted this version, when and from where; a repetition changes nothing. ACC-23
 * @open called with the person's own agreement
 */
export async function recordTermsAcceptance(
  context: Context,
  { personId, number }: { readonly personId: PersonId; readonly number: number },
): Promise<void> {
  await context.db.termsAcceptance.createMany({
    data: [{ personId, number, acceptedAt: context.now, address: context.address ?? null }],
    skipDuplicates: true,
  });
  await recordAudit(context, {
    action: "terms.accepted",
    targetType: "person",
    targetId: personId,
    details: { number },
  });
}

/** Publishes the next version of the terms; everybody is asked for it at the next sign-in. GAP-028 */
export async function publishTerms(context: Context, input: NewTerms): Promise<PublishedTerms> {
  requireAccountAdministrator(context.actor);
  // One at a time: two administrators never publish one number.
  await context.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('atrium terms'))`;
  const number = (await findCurrentTermsNumber(context)) + 1;
  const publishedById = context.actor.kind === "person" ? context.actor.personId : null;
  const common = { number, publishedAt: context.now, publishedById };
  const { en, de } = input.texts;
  await context.db.termsText.createMany({
    data: [{ ...common, locale: "en", text: en }, ...(de ? [{ ...common, locale: "de", text: de }] : [])],
  });
  await recordAudit(context, {
    action: "terms.published",
    targetType: "terms",
    targetId: String(number),
    details: { languages: de ? "en, de" : "en" },
  });
  return getTerms(context);
}
