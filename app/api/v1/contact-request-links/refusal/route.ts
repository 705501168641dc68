import * as commands from "#lib/contacts/answers/commands";
import { declineContactRequestByLink } from "#lib/contacts/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(declineContactRequestByLink, commands.declineContactRequestByLink);
