import { handle } from "#lib/door/handle";
import * as commands from "#lib/live/commands";
import { removePerson } from "#lib/live/endpoints";

export const POST = handle(removePerson, commands.removePerson);
