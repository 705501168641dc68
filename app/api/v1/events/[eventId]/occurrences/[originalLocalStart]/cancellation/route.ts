import { cancelOccurrence } from "#lib/calendar/endpoints";
import * as commands from "#lib/calendar/occurrences/commands";
import { handle } from "#lib/door/handle";

export const POST = handle(cancelOccurrence, commands.cancelOccurrence);
