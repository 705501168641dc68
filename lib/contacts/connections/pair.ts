import type { PersonId } from "#lib/shared/ids";

/** Two people in the order in which a connection's row names them. INV-08 */
export function pairOf([one, other]: readonly [PersonId, PersonId]): {
  readonly personAId: PersonId;
  readonly personBId: PersonId;
} {
  return one < other ? { personAId: one, personBId: other } : { personAId: other, personBId: one };
}
