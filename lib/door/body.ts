import "server-only";
import type { Locale } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";
import { sayFieldRefusals } from "./field-refusals.ts";
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
  const chunks = await readChunks(request, maxBodyKib * 1024);
  if (chunks) return Buffer.concat(chunks).toString("utf8");
  throw new Refused(
    413,
    new DomainError("invalid_input", { reason: "bodyTooLarge", values: { maxKib: maxBodyKib } }),
  );
}

/** Reads a body as the file it is, as that field of the input; nothing when it is empty. Refuses larger ones (413) at the field. */
export async function readUpload(
  request: Request,
  upload: { readonly field: string; readonly maxBytes: number; readonly locale: Locale },
): Promise<Record<string, Blob>> {
  const { field, maxBytes, locale } = upload;
  const chunks = await readChunks(request, maxBytes);
  if (chunks) return chunks.length === 0 ? {} : { [field]: new Blob(chunks) };
  const fields = sayFieldRefusals(
    [{ field, reason: "fileTooLarge", values: { maxMb: Math.floor(maxBytes / 1024 / 1024) } }],
    locale,
  );
  throw new Refused(413, new DomainError("invalid_input"), fields);
}

/** Null as soon as it is known that there are more bytes, by what the request says of itself or by counting. */
async function readChunks(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>[] | null> {
  if (!request.body) return [];
  if (Number(request.headers.get("content-length")) > maxBytes) return null;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return chunks;
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
