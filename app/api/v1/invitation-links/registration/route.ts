import { handleSteps } from "#lib/door/handle";
import { registerByInvitation } from "#lib/organizations/invitations/endpoints";
import * as commands from "#lib/organizations/invitations/links/commands";

export const POST = handleSteps(registerByInvitation, commands.registerByInvitation);
