import * as commands from "#lib/accounts/email-change/commands";
import { resendEmailChange } from "#lib/accounts/email-change/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(resendEmailChange, commands.resendEmailChange);
