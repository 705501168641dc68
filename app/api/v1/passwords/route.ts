import { chooseFirstPassword } from "#lib/accounts/endpoints";
import * as commands from "#lib/accounts/passwords/commands";
import { handleSignIn } from "#lib/door/sign-in-cookie";

export const POST = handleSignIn(chooseFirstPassword, commands.chooseFirstPassword);
