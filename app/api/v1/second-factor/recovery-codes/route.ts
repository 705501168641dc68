import * as commands from "#lib/accounts/second-factor/commands";
import { makeRecoveryCodes } from "#lib/accounts/second-factor/endpoints";
import { handleSteps } from "#lib/door/handle";

export const POST = handleSteps(makeRecoveryCodes, commands.makeRecoveryCodes);
