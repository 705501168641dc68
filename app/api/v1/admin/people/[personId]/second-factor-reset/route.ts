import * as commands from "#lib/admin/commands";
import { resetSecondFactor } from "#lib/admin/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(resetSecondFactor, commands.resetSecondFactor);
