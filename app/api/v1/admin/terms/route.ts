import * as commands from "#lib/accounts/terms/commands";
import { getTerms, publishTerms } from "#lib/accounts/terms/endpoints";
import * as queries from "#lib/accounts/terms/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getTerms, queries.getTerms);
export const POST = handle(publishTerms, commands.publishTerms);
