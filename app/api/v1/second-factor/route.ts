import * as commands from "#lib/accounts/second-factor/commands";
import { beginSecondFactor, getSecondFactor } from "#lib/accounts/second-factor/endpoints";
import * as queries from "#lib/accounts/second-factor/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getSecondFactor, queries.getSecondFactor);
export const POST = handle(beginSecondFactor, commands.beginSecondFactor);
