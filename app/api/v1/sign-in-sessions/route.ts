import { signIn } from "#lib/accounts/endpoints";
import * as commands from "#lib/accounts/sign-in/commands";
import { handleSignIn } from "#lib/door/sign-in-cookie";

export const POST = handleSignIn(signIn, commands.signIn);
