import * as commands from "#lib/contacts/commands";
import { resendContactRequest } from "#lib/contacts/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(resendContactRequest, commands.resendContactRequest);
