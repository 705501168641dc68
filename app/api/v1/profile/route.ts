import { changeProfile, getProfile } from "#lib/accounts/endpoints";
import * as commands from "#lib/accounts/people/commands";
import * as queries from "#lib/accounts/people/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getProfile, queries.getProfile);
export const PATCH = handle(changeProfile, commands.changeProfile);
