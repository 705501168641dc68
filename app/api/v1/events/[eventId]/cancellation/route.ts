import * as commands from "#lib/calendar/commands";
import { cancelEvent } from "#lib/calendar/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(cancelEvent, commands.cancelEvent);
