import { readContactRequestLink } from "#lib/contacts/endpoints";
import * as queries from "#lib/contacts/links/queries";
import { handle } from "#lib/door/handle";

export const POST = handle(readContactRequestLink, queries.getContactRequestLink);
