import * as commands from "#lib/accounts/registration/commands";
import { resendActivation } from "#lib/accounts/registration/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(resendActivation, commands.resendActivation);
