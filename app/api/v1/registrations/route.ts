import * as commands from "#lib/accounts/registration/commands";
import { registerAccount } from "#lib/accounts/registration/endpoints";
import { handleSteps } from "#lib/door/handle";

export const POST = handleSteps(registerAccount, commands.registerAccount);
