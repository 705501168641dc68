import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/members/commands";
import { createMember, listMembers } from "#lib/organizations/members/endpoints";
import * as queries from "#lib/organizations/members/queries";

export const GET = handle(listMembers, queries.listMembers);
export const POST = handle(createMember, commands.createMember);
