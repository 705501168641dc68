import type { Participant } from "livekit-client";
import type { AttendanceRole } from "#lib/conferences/schema";

const roles: readonly AttendanceRole[] = ["OWNER", "MODERATOR", "PARTICIPANT", "GUEST"];

/** What somebody is in the conference, as the token says; null while it is not known. CNF-18 */
export function roleOf({ attributes }: Pick<Participant, "attributes">): AttendanceRole | null {
  return roles.find((role) => role === attributes.role) ?? null;
}
