import { z } from "zod";
import { locales } from "#lib/shared/context";
import { PersonId, StoredFileId } from "#lib/shared/ids";
import { line } from "#lib/shared/text";
import { TimeZone } from "#lib/shared/time";
import { PersonName } from "../schema.ts";

/** What a person sees of the own profile. */
export const ProfileView = z.object({
  id: PersonId,
  username: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  /** What stands instead of first and last name; null where these are shown. */
  displayName: z.string().nullable(),
  /** The name that others see. */
  name: z.string(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  position: z.string().nullable(),
  avatarId: StoredFileId.nullable(),
  organization: z.string().nullable(),
  /** Null when the browser decides. */
  locale: z.enum(locales).nullable(),
  timeZone: TimeZone,
  /** What the administrator allows. */
  permits: z.object({
    editPersonalData: z.boolean(),
    changeEmail: z.boolean(),
    changePassword: z.boolean(),
  }),
});
export type ProfileView = z.infer<typeof ProfileView>;

/** The fields that the administrator may keep closed. SET-13, GAP-078 */
export const personalFields = [
  "firstName",
  "lastName",
  "displayName",
  "phone",
  "company",
  "position",
] as const;

/** What a person may change of the own profile; what is absent stays. SET-04, THM-04, GAP-078 */
export const ProfileChange = z.strictObject({
  firstName: PersonName.optional(),
  lastName: PersonName.optional(),
  displayName: line(120).nullable().optional(),
  phone: line(40).nullable().optional(),
  company: line(120).nullable().optional(),
  position: line(120).nullable().optional(),
  locale: z.enum(locales).nullable().optional(),
  timeZone: TimeZone.optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;
