import * as commands from "#lib/calendar/commands";
import { listOccurrences, scheduleEvent } from "#lib/calendar/endpoints";
import * as queries from "#lib/calendar/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(listOccurrences, queries.listOccurrences);
export const POST = handle(scheduleEvent, commands.scheduleEvent);
