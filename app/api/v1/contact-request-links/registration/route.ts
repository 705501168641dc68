import * as commands from "#lib/contacts/answers/commands";
import { registerByContactRequest } from "#lib/contacts/endpoints";
import { handleSteps } from "#lib/door/handle";

export const POST = handleSteps(registerByContactRequest, commands.registerByContactRequest);
