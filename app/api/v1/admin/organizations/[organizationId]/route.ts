import * as commands from "#lib/admin/commands";
import { dissolveOrganization } from "#lib/admin/endpoints";
import { handle } from "#lib/door/handle";

export const DELETE = handle(dissolveOrganization, commands.dissolveOrganization);
