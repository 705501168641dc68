import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { translator } from "#lib/shared/messages/translator";
import { requireAccountAdministrator } from "../policy.ts";
import { builtInTermsNumber, type PublishedTerms, type TermsView } from "./schema.ts";

/**
 * The number of the terms in force; 1 stands for the text that comes with the product. GAP-028
 * @open says nothing about anybody
 */
export async function findCurrentTermsNumber(context: Pick<Context, "db">): Promise<number> {
  const newest = await context.db.termsText.aggregate({ _max: { number: true } });
  return newest._max.number ?? builtInTermsNumber;
}

/**
 * The terms in force in the reader's language, in English where there are none. ACC-20
 * @open everybody may read the terms
 */
export async function getCurrentTerms(context: Pick<Context, "db" | "locale">): Promise<TermsView> {
  const number = await findCurrentTermsNumber(context);
  const rows = await context.db.termsText.findMany({
    where: { number, locale: { in: [context.locale, "en"] } },
    select: { locale: true, text: true, publishedAt: true },
  });
  const row = rows.find(({ locale }) => locale === context.locale) ?? rows[0];
  if (!row) {
    return { number, locale: context.locale, text: builtInText(context.locale), publishedAt: null };
  }
  return {
    number,
    locale: row.locale === "de" ? "de" : "en",
    text: row.text,
    publishedAt: row.publishedAt.toISOString(),
  };
}

/** The terms in force in all their languages, for whoever publishes the next ones. */
export async function getTerms(context: Pick<Context, "actor" | "db">): Promise<PublishedTerms> {
  requireAccountAdministrator(context.actor);
  const number = await findCurrentTermsNumber(context);
  const rows = await context.db.termsText.findMany({
    where: { number },
    select: { locale: true, text: true, publishedAt: true },
  });
  const textIn = (wanted: string) => rows.find(({ locale }) => locale === wanted)?.text;
  const isBuiltIn = rows.length === 0;
  return {
    number,
    publishedAt: rows[0]?.publishedAt.toISOString() ?? null,
    texts: {
      en: textIn("en") ?? builtInText("en"),
      de: isBuiltIn ? builtInText("de") : (textIn("de") ?? null),
    },
  };
}

function builtInText(locale: "en" | "de"): string {
  return translator(locale, "terms")("text");
}
