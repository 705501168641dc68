import * as commands from "#lib/conferences/rooms/commands";
import { changeRoom, deleteRoom, getRoom } from "#lib/conferences/rooms/endpoints";
import * as queries from "#lib/conferences/rooms/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(getRoom, queries.getRoom);
export const PUT = handle(changeRoom, commands.changeRoom);
export const DELETE = handle(deleteRoom, commands.deleteRoom);
