import { getAvatar } from "#lib/accounts/avatar/endpoints";
import * as queries from "#lib/accounts/avatar/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getAvatar, queries.getAvatar);
