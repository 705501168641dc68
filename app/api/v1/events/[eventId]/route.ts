import * as commands from "#lib/calendar/commands";
import { changeEvent, getEvent } from "#lib/calendar/endpoints";
import * as queries from "#lib/calendar/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getEvent, queries.getEvent);
export const PUT = handle(changeEvent, commands.changeEvent);
