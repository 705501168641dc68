import { signIn } from "#lib/accounts/endpoints";
import * as sessions from "#lib/accounts/sessions/commands";
import { listSignInSessions, revokeOtherSignInSessions } from "#lib/accounts/sessions/endpoints";
import * as queries from "#lib/accounts/sessions/queries";
import * as commands from "#lib/accounts/sign-in/commands";
import { handle } from "#lib/door/handle";
import { handleSignIn } from "#lib/door/sign-in-cookie";

export const GET = handle(listSignInSessions, queries.listSignInSessions);
export const POST = handleSignIn(signIn, commands.signIn);
export const DELETE = handle(revokeOtherSignInSessions, sessions.revokeOtherSignInSessions);
