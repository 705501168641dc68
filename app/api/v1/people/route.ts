import { listKnownPeople } from "#lib/contacts/endpoints";
import * as queries from "#lib/contacts/people/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(listKnownPeople, queries.listKnownPeople);
