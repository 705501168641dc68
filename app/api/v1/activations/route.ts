import * as commands from "#lib/accounts/registration/commands";
import { activateAccount } from "#lib/accounts/registration/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(activateAccount, commands.activateAccount);
