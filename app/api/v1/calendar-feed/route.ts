import { getCalendarFeed, makeCalendarFeed, revokeCalendarFeed } from "#lib/calendar/endpoints";
import * as commands from "#lib/calendar/feeds/commands";
import * as queries from "#lib/calendar/feeds/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getCalendarFeed, queries.getCalendarFeed);
export const POST = handle(makeCalendarFeed, commands.makeCalendarFeed);
export const DELETE = handle(revokeCalendarFeed, commands.revokeCalendarFeed);
