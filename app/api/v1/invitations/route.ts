import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/invitations/commands";
import { inviteMember, listInvitations } from "#lib/organizations/invitations/endpoints";
import * as queries from "#lib/organizations/invitations/queries";

export const GET = handle(listInvitations, queries.listInvitations);
export const POST = handle(inviteMember, commands.inviteMember);
