import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/invitations/commands";
import { resendInvitation } from "#lib/organizations/invitations/endpoints";

export const POST = handle(resendInvitation, commands.resendInvitation);
