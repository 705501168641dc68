import * as commands from "#lib/contacts/commands";
import { sendContactRequest } from "#lib/contacts/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(sendContactRequest, commands.sendContactRequest);
