import { handle } from "#lib/door/handle";
import { exportMembers } from "#lib/organizations/members/endpoints";
import * as queries from "#lib/organizations/members/queries";

export const GET = handle(exportMembers, queries.getMemberTable);
