import * as commands from "#lib/contacts/answers/commands";
import { acceptContactRequest } from "#lib/contacts/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(acceptContactRequest, commands.acceptContactRequest);
