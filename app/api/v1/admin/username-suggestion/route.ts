import { suggestUsername } from "#lib/admin/endpoints";
import { getUsernameSuggestion } from "#lib/admin/queries";
import { handle } from "#lib/door/handle";

export const GET = handle(suggestUsername, getUsernameSuggestion);
