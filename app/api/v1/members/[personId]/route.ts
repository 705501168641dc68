import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/members/commands";
import { changeMember, removeMember } from "#lib/organizations/members/endpoints";
import * as removal from "#lib/organizations/members/removal/commands";

export const PATCH = handle(changeMember, commands.changeMember);
export const DELETE = handle(removeMember, removal.removeMember);
