import { apiDocument } from "#lib/door/openapi";
import { publicOrigin } from "#lib/door/origin";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(apiDocument(publicOrigin()));
}
