import * as commands from "#lib/contacts/answers/commands";
import { acceptContactRequestByLink } from "#lib/contacts/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(acceptContactRequestByLink, commands.acceptContactRequestByLink);
