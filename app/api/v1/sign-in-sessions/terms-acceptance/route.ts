import * as commands from "#lib/accounts/terms/commands";
import { acceptTerms } from "#lib/accounts/terms/endpoints";
import { handleSignIn } from "#lib/door/sign-in-cookie";

export const POST = handleSignIn(acceptTerms, commands.acceptTerms);
