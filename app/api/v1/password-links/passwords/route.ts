import * as commands from "#lib/accounts/passwords/links/commands";
import { choosePasswordByLink } from "#lib/accounts/passwords/links/endpoints";
import { handleSteps } from "#lib/door/handle";

export const POST = handleSteps(choosePasswordByLink, commands.choosePasswordByLink);
