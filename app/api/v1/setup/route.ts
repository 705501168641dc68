import * as commands from "#lib/admin/commands";
import { setUp } from "#lib/admin/endpoints";
import { handleSignIn } from "#lib/door/sign-in-cookie";

export const POST = handleSignIn(setUp, commands.setUp);
