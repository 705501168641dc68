import * as commands from "#lib/accounts/avatar/commands";
import { deleteAvatar, uploadAvatar } from "#lib/accounts/avatar/endpoints";
import { handle, handleSteps } from "#lib/door/handle";

export const PUT = handleSteps(uploadAvatar, commands.uploadAvatar);
export const DELETE = handle(deleteAvatar, commands.deleteAvatar);
