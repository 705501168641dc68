import * as commands from "#lib/accounts/registration/commands";
import { renewActivation } from "#lib/accounts/registration/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(renewActivation, commands.renewActivation);
