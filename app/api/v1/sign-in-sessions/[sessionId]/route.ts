import * as commands from "#lib/accounts/sessions/commands";
import { revokeSignInSession } from "#lib/accounts/sessions/endpoints";
import { handle } from "#lib/door/handle";

export const DELETE = handle(revokeSignInSession, commands.revokeSignInSession);
