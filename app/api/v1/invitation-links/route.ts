import { handle } from "#lib/door/handle";
import { readInvitationLink } from "#lib/organizations/invitations/endpoints";
import * as queries from "#lib/organizations/invitations/queries";

export const POST = handle(readInvitationLink, queries.getInvitationLink);
