import { handleSteps } from "#lib/door/handle";
import * as commands from "#lib/live/commands";
import { joinConference } from "#lib/live/endpoints";

export const POST = handleSteps(joinConference, commands.joinConference);
