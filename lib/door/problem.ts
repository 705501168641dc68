import "server-only";
import type { RequestContext } from "#lib/shared/context";
import type { DomainError, RefusalCode, RefusalDetails } from "#lib/shared/errors";
import { sentenceOf, translator } from "#lib/shared/messages/translator";
import { type FieldProblem, sayFieldRefusals } from "./field-refusals.ts";

/** Problem document of RFC 9457 with our members `code`, `fields` and `requestId`. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: RefusalCode | "internal";
  readonly reason?: string;
  readonly values?: RefusalDetails["values"];
  readonly fields?: readonly FieldProblem[];
  readonly requestId: string;
};

const statusOf: Readonly<Record<RefusalCode, number>> = {
  invalid_input: 422,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit_reached: 429,
  locked: 423,
  unavailable: 503,
};

type Reader = Pick<RequestContext, "locale" | "requestId">;

/** A refusal as the HTTP answer. `status` overrides the code's own, for 400, 405, 413 and 415. */
export function refusalResponse(
  reader: Reader,
  error: DomainError,
  options: { readonly status?: number; readonly fields?: readonly FieldProblem[] } = {},
): Response {
  const { code, details } = error;
  const say = translator(reader.locale, "refusals");
  const fields = options.fields ?? (details.fields && sayFieldRefusals(details.fields, reader.locale));
  return problemResponse({
    type: `urn:atrium:problem:${code}`,
    title: say(`codes.${code}`),
    status: options.status ?? statusOf[code],
    detail:
      details.reason &&
      sentenceOf({
        locale: reader.locale,
        namespace: "refusals",
        key: `reasons.${details.reason}`,
        values: details.values,
      }),
    code,
    reason: details.reason,
    values: details.values,
    fields,
    requestId: reader.requestId,
  });
}

/** The answer to a bug: says nothing of its cause; the log has it under the request's id. */
export function bugResponse(reader: Reader): Response {
  const say = translator(reader.locale, "refusals");
  return problemResponse({
    type: "urn:atrium:problem:internal",
    title: say("codes.internal", { requestId: reader.requestId }),
    status: 500,
    code: "internal",
    requestId: reader.requestId,
  });
}

function problemResponse(problem: Problem): Response {
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  const retryAfter = retryAfterOf(problem);
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Whole seconds until a reached limit lets through again, where the refusal says when. RFC 9110 10.2.3 */
function retryAfterOf({ code, values }: Problem): number | undefined {
  if (code !== "limit_reached" || values?.again === undefined) return undefined;
  const again = new Date(values.again).getTime();
  return Number.isNaN(again) ? undefined : Math.max(Math.ceil((again - Date.now()) / 1000), 1);
}
