import * as commands from "#lib/conferences/commands";
import { unlockConference } from "#lib/conferences/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(unlockConference, commands.unlockConference);
