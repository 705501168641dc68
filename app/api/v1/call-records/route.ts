import { listCallRecords } from "#lib/calls/endpoints";
import * as queries from "#lib/calls/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(listCallRecords, queries.listCallRecords);
