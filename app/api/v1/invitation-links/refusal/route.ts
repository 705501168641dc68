import { handle } from "#lib/door/handle";
import { declineInvitation } from "#lib/organizations/invitations/endpoints";
import * as commands from "#lib/organizations/invitations/links/commands";

export const POST = handle(declineInvitation, commands.declineInvitation);
