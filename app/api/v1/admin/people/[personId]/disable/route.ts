import * as commands from "#lib/admin/commands";
import { disablePerson } from "#lib/admin/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(disablePerson, commands.disablePerson);
