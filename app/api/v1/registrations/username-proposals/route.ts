import { proposeUsername } from "#lib/accounts/registration/endpoints";
import * as queries from "#lib/accounts/registration/queries";
import { handle } from "#lib/door/handle";

export const POST = handle(proposeUsername, queries.findFreeUsername);
