import * as commands from "#lib/admin/commands";
import { changeLockoutSettings, getLockoutSettings } from "#lib/admin/endpoints";
import * as queries from "#lib/admin/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getLockoutSettings, queries.getLockoutSettings);
export const PUT = handle(changeLockoutSettings, commands.changeLockoutSettings);
