import { getCallRecord } from "#lib/calls/endpoints";
import * as queries from "#lib/calls/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getCallRecord, queries.getCallRecord);
