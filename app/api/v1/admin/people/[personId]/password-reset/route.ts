import * as commands from "#lib/admin/commands";
import { resetPassword } from "#lib/admin/endpoints";
import { handle } from "#lib/door/handle";

export const POST = handle(resetPassword, commands.resetPassword);
