import { handle } from "#lib/door/handle";
import { getProjectSubscription, subscribeForProject } from "#lib/organizations/endpoints";
import * as commands from "#lib/organizations/projects/commands";
import * as queries from "#lib/organizations/projects/queries";

export const GET = handle(getProjectSubscription, queries.getProjectSubscription);
export const POST = handle(subscribeForProject, commands.subscribeForProject);
