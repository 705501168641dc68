import * as commands from "#lib/accounts/passwords/links/commands";
import { requestPasswordReset } from "#lib/accounts/passwords/links/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(requestPasswordReset, commands.requestPasswordReset);
