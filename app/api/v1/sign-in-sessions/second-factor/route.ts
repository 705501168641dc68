import { passSecondFactor } from "#lib/accounts/endpoints";
import * as commands from "#lib/accounts/sign-in/second-factor/commands";
import { handleSignIn } from "#lib/door/sign-in-cookie";

export const POST = handleSignIn(passSecondFactor, commands.passSecondFactor);
