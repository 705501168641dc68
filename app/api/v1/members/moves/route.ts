import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/members/commands";
import { moveMembers } from "#lib/organizations/members/endpoints";

export const POST = handle(moveMembers, commands.moveMembers);
