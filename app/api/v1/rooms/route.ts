import * as commands from "#lib/conferences/rooms/commands";
import { createRoom, listRooms } from "#lib/conferences/rooms/endpoints";
import * as queries from "#lib/conferences/rooms/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(listRooms, queries.listRooms);
export const POST = handle(createRoom, commands.createRoom);
