import { changeOccurrence } from "#lib/calendar/endpoints";
import * as commands from "#lib/calendar/occurrences/commands";
import { handle } from "#lib/door/handle";

export const PUT = handle(changeOccurrence, commands.changeOccurrence);
