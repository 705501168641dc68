import { listOrganizations } from "#lib/admin/endpoints";
import * as queries from "#lib/admin/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(listOrganizations, queries.listOrganizations);
