import * as commands from "#lib/conferences/commands";
import { lockConference } from "#lib/conferences/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(lockConference, commands.lockConference);
