import { handle } from "#lib/door/handle";
import * as commands from "#lib/organizations/commands";
import { changeOrganization, getOrganization, upgradeAccount } from "#lib/organizations/endpoints";
import * as queries from "#lib/organizations/queries";

export const GET = handle(getOrganization, queries.getOrganization);
export const POST = handle(upgradeAccount, commands.upgradeAccount);
export const PUT = handle(changeOrganization, commands.changeOrganization);
