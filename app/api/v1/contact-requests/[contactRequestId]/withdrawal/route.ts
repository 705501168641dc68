import * as commands from "#lib/contacts/commands";
import { withdrawContactRequest } from "#lib/contacts/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(withdrawContactRequest, commands.withdrawContactRequest);
