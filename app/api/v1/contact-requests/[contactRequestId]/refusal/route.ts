import * as commands from "#lib/contacts/answers/commands";
import { declineContactRequest } from "#lib/contacts/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(declineContactRequest, commands.declineContactRequest);
