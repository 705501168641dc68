import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/departments/commands";
import { changeDepartment, deleteDepartment } from "#lib/organizations/departments/endpoints";

export const PUT = handle(changeDepartment, commands.changeDepartment);
export const DELETE = handle(deleteDepartment, commands.deleteDepartment);
