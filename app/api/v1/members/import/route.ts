import { handleSteps } from "#lib/door/handle";
import * as commands from "#lib/organizations/imports/commands";
import { importMembers } from "#lib/organizations/members/endpoints";

export const POST = handleSteps(importMembers, commands.importMembers);
