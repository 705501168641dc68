import * as commands from "#lib/admin/commands";
import { createPerson, listPeople } from "#lib/admin/endpoints";
import * as queries from "#lib/admin/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(listPeople, queries.listPeople);
export const POST = handle(createPerson, commands.createPerson);
