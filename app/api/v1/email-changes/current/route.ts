import * as commands from "#lib/accounts/email-change/commands";
import { cancelEmailChange, getEmailChange } from "#lib/accounts/email-change/endpoints";
import * as queries from "#lib/accounts/email-change/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getEmailChange, queries.getEmailChange);
export const DELETE = handle(cancelEmailChange, commands.cancelEmailChange);
