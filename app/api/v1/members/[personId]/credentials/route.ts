import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/members/commands";
import { sendCredentials } from "#lib/organizations/members/endpoints";

export const POST = handle(sendCredentials, commands.sendCredentials);
