import * as commands from "#lib/accounts/email-change/commands";
import { requestEmailChange } from "#lib/accounts/email-change/endpoints";
import { handleSteps } from "#lib/door/handle";

export const POST = handleSteps(requestEmailChange, commands.requestEmailChange);
