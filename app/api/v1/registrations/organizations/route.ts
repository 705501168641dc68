import { handleSteps } from "#lib/door/handle";
import * as commands from "#lib/organizations/registration/commands";
import { registerOrganization } from "#lib/organizations/registration/endpoints";

export const POST = handleSteps(registerOrganization, commands.registerOrganization);
