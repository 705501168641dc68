import * as commands from "#lib/contacts/joining/commands";
import { acceptInvitation } from "#lib/contacts/joining/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(acceptInvitation, commands.acceptInvitation);
