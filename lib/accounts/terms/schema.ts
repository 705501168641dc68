import { z } from "zod";
import { locales } from "#lib/shared/context";
import { Instant, paragraph } from "#lib/shared/text";
import { Secret } from "../schema.ts";

/** The text that comes with the product; published ones count on from here. */
export const builtInTermsNumber = 1;

/** Longest text of the terms in one language. */
export const maxTermsLength = 50_000;

/** Terms as somebody reads them: paragraphs with an empty line between, headings behind `# `. ACC-20 */
export const TermsView = z.object({
  number: z.int(),
  /** Language of the text; English where the reader's is missing. */
  locale: z.enum(locales),
  text: z.string(),
  /** Null for the text that comes with the product. */
  publishedAt: Instant.nullable(),
});
export type TermsView = z.infer<typeof TermsView>;

/** Whoever signs in accepts the version that was shown. ACC-21, GAP-028 */
export const TermsAcceptanceInput = z.strictObject({ ticket: Secret, number: z.int().min(1).max(1_000_000) });
export type TermsAcceptanceInput = z.infer<typeof TermsAcceptanceInput>;

const TermsBody = paragraph(maxTermsLength).refine((text) => text !== "", { error: "required" });

/** New terms for everybody; whoever reads German gets the English ones when these are missing. GAP-028 */
export const NewTerms = z.strictObject({
  texts: z.strictObject({ en: TermsBody, de: TermsBody.nullable().optional() }),
});
export type NewTerms = z.infer<typeof NewTerms>;

/** The terms in force in all their languages. */
export const PublishedTerms = z.object({
  number: z.int(),
  publishedAt: Instant.nullable(),
  texts: z.object({ en: z.string(), de: z.string().nullable() }),
});
export type PublishedTerms = z.infer<typeof PublishedTerms>;
