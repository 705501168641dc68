import { listSentRequests } from "#lib/contacts/endpoints";
import * as queries from "#lib/contacts/lists/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(listSentRequests, queries.listSentRequests);
