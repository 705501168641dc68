import * as commands from "#lib/accounts/commands";
import { signOut } from "#lib/accounts/endpoints";
import { handleSignOut } from "#lib/door/sign-in-cookie";

export const DELETE = handleSignOut(signOut, commands.signOut);
