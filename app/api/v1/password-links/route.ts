import { readPasswordLink } from "#lib/accounts/passwords/links/endpoints";
import * as queries from "#lib/accounts/passwords/links/queries";
import { handle } from "#lib/door/handle";

export const POST = handle(readPasswordLink, queries.getPasswordLink);
