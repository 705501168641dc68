import { handle } from "#lib/door/handle";
import * as commands from "#lib/live/commands";
import { endConference } from "#lib/live/endpoints";

export const POST = handle(endConference, commands.endConference);
