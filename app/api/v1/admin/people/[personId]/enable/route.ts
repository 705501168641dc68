import * as commands from "#lib/admin/commands";
import { enablePerson } from "#lib/admin/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(enablePerson, commands.enablePerson);
