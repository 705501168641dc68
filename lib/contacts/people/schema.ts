import { z } from "zod";
import { PersonId } from "#lib/shared/ids";
import { line } from "#lib/shared/text";

/** Somebody who can be chosen: a colleague or a contact. */
export const PersonChoice = z.object({
  id: PersonId,
  name: z.string(),
  email: z.string(),
  avatarId: z.string().nullable(),
  /** Department in the own organization; null for people outside of it. */
  department: z.string().nullable(),
  isColleague: z.boolean(),
});
export type PersonChoice = z.infer<typeof PersonChoice>;

/** Which people: those whose name, user name or address contains each word. */
export const PersonSearch = z.strictObject({
  query: line(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type PersonSearch = z.infer<typeof PersonSearch>;
