import * as commands from "#lib/admin/commands";
import { unlockPerson } from "#lib/admin/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(unlockPerson, commands.unlockPerson);
