import * as commands from "#lib/contacts/connections/commands";
import { endContact } from "#lib/contacts/endpoints";
import { handle } from "#lib/door/handle";

export const DELETE = handle(endContact, commands.endContact);
