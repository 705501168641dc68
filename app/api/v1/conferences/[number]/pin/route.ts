import * as commands from "#lib/conferences/commands";
import { changePin } from "#lib/conferences/endpoints";
import { handle } from "#lib/door/handle";

export const PUT = handle(changePin, commands.changePin);
