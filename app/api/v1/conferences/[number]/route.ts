import { handle } from "#lib/door/handle";
import { getEntrance } from "#lib/live/endpoints";
import * as queries from "#lib/live/queries";

export const GET = handle(getEntrance, queries.getEntrance);
