import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { access, mkdir, open, readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { z } from "zod";
import { message } from "./message.ts";
import type { KeptMail, KeptMails, Mailer, OutgoingMail } from "./port.ts";

const address = z.object({ name: z.string().optional(), address: z.string() });
const keptMail = z.object({
  keptAt: z.iso.datetime().transform((instant) => new Date(instant)),
  mail: z.object({
    messageId: z.string(),
    from: address.optional(),
    to: address,
    replyTo: address.optional(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    locale: z.string().optional(),
    icalendar: z
      .object({ method: z.enum(["REQUEST", "CANCEL"]), text: z.string(), filename: z.string() })
      .optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
});

/**
 * Keeps mails in a folder instead of sending them: the true message as `<id>.eml`, and beside it `<id>.json`, which
 * is written last and makes it count. The id follows from the message id, so the same mail is kept once.
 */
export function createEmbeddedMailer({ folder, from }: { folder: string; from: string }): Mailer & KeptMails {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const pathOf = (id: string, ending: string) => join(folder, `${id}.${ending}`);

  async function read(id: string): Promise<KeptMail | null> {
    const text = await readOrNull(pathOf(id, "json"));
    return text === null ? null : { id, ...keptMail.parse(JSON.parse(text)) };
  }

  return {
    async send(mail) {
      const composed = await composer.sendMail(message(mail, from));
      const id = idOf(mail);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if ((await readOrNull(pathOf(id, "json"))) === null) {
        await writeWhole(pathOf(id, "eml"), composed.message.toString());
        await writeWhole(pathOf(id, "json"), JSON.stringify({ keptAt: new Date(), mail }));
      }
      return { messageId: mail.messageId };
    },

    state: () =>
      mkdir(folder, { recursive: true, mode: 0o700 })
        .then(() => access(folder))
        .then(
          () => "up",
          () => "down",
        ),

    async list({ limit, before }) {
      const ids = await newestFirst(folder);
      const start = before === undefined ? 0 : ids.indexOf(before) + 1;
      const mails = await Promise.all(ids.slice(start, start + limit).map(read));
      return mails.filter((mail) => mail !== null);
    },

    async find(id) {
      if (!/^[0-9a-f]{64}$/.test(id)) return null;
      const [kept, source] = await Promise.all([read(id), readOrNull(pathOf(id, "eml"))]);
      return kept && source !== null ? { ...kept, source } : null;
    },
  };
}

function idOf(mail: OutgoingMail): string {
  return createHash("sha256").update(mail.messageId).digest("hex");
}

async function newestFirst(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(nullIfMissing);
  const files = (names ?? []).filter((name) => name.endsWith(".json"));
  const entries = await Promise.all(
    files.map(async (name) => ({ id: name.slice(0, -5), at: (await stat(join(folder, name))).mtimeMs })),
  );
  return entries.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).map((entry) => entry.id);
}

/** Writes so that a reader, and a machine that loses its power, sees the whole file or none. */
async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.draft`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

function readOrNull(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(nullIfMissing);
}

function nullIfMissing(cause: unknown): null {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
  throw cause;
}
