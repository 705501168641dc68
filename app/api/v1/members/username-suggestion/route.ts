import { handle } from "#lib/door/handle";
import { suggestMemberUsername } from "#lib/organizations/members/endpoints";
import * as queries from "#lib/organizations/members/queries";

export const GET = handle(suggestMemberUsername, queries.getMemberUsername);
