import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/invitations/commands";
import { deleteInvitation } from "#lib/organizations/invitations/endpoints";

export const DELETE = handle(deleteInvitation, commands.deleteInvitation);
