import * as commands from "#lib/accounts/second-factor/commands";
import { enableSecondFactor } from "#lib/accounts/second-factor/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(enableSecondFactor, commands.enableSecondFactor);
