import "server-only";
import { DomainError } from "#lib/shared/errors";
import { Refused } from "./refused.ts";

/** Largest body the API takes; the largest honest one is an event with 500 invited people. */
export const maxBodyKib = 256;

/** Reads a JSON object. Refuses other content types (415), larger bodies (413) and broken JSON (400). */
export async function readJsonObject(request: Request): Promise<Record<string, unknown>> {
  const contentType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const text = await readText(request);
  if (text === "" && !contentType) return {};
  if (contentType !== "application/json") {
    throw new Refused(415, new DomainError("invalid_input", { reason: "contentType" }));
  }
  const parsed = parseObject(text);
  if (!parsed) throw new Refused(400, new DomainError("invalid_input", { reason: "malformedJson" }));
  return parsed;
}

/** Reads a body as text, byte for byte as it came. Refuses larger bodies (413). */
export async function readText(request: Request): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBodyKib * 1024) {
      throw new Refused(
        413,
        new DomainError("invalid_input", { reason: "bodyTooLarge", values: { maxKib: maxBodyKib } }),
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
