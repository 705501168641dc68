import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/departments/commands";
import { addDepartment, listDepartments } from "#lib/organizations/departments/endpoints";
import * as queries from "#lib/organizations/departments/queries";

export const GET = handle(listDepartments, queries.listDepartments);
export const POST = handle(addDepartment, commands.addDepartment);
