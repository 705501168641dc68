import { handle } from "#lib/door/handle";
import { listColleagues } from "#lib/organizations/endpoints";
import * as queries from "#lib/organizations/queries";

export const GET = handle(listColleagues, queries.listColleagues);
