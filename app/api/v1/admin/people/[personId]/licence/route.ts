import * as commands from "#lib/admin/commands";
import { changeLicence } from "#lib/admin/endpoints";
import { handle } from "#lib/door/handle";

export const PUT = handle(changeLicence, commands.changeLicence);
