import { downloadEvent } from "#lib/calendar/endpoints";
import { getEventFile } from "#lib/calendar/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(downloadEvent, getEventFile);
