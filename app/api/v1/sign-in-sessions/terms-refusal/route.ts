import * as commands from "#lib/accounts/terms/commands";
import { declineTerms } from "#lib/accounts/terms/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(declineTerms, commands.declineTerms);
