import * as commands from "#lib/accounts/profile/commands";
import { changeProfile, getProfile } from "#lib/accounts/profile/endpoints";
import * as queries from "#lib/accounts/profile/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getProfile, queries.getProfile);
export const PATCH = handle(changeProfile, commands.changeProfile);
