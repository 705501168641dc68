import * as commands from "#lib/conferences/ad-hoc/commands";
import { callIn } from "#lib/conferences/ad-hoc/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(callIn, commands.callIn);
