import * as commands from "#lib/admin/commands";
import { changeAccountSettings, getAccountSettings } from "#lib/admin/endpoints";
import * as queries from "#lib/admin/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getAccountSettings, queries.getAccountSettings);
export const PUT = handle(changeAccountSettings, commands.changeAccountSettings);
