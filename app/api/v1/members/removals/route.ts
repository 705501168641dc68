import { handle } from "#lib/door/handle";
import { removeMembers } from "#lib/organizations/members/endpoints";
import * as commands from "#lib/organizations/members/removal/commands";

export const POST = handle(removeMembers, commands.removeMembers);
