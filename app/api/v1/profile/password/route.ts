import { changePassword } from "#lib/accounts/endpoints";
import * as commands from "#lib/accounts/passwords/commands";
import { handleSteps } from "#lib/door/handle";

export const PUT = handleSteps(changePassword, commands.changePassword);
