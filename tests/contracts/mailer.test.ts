import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime, { type Attachment } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createEmbeddedMailer } from "../../lib/adapters/mailer/embedded.ts";
import { type Mailer, MailRefusedError, type OutgoingMail } from "../../lib/adapters/mailer/port.ts";
import { createSmtpMailer } from "../../lib/adapters/mailer/smtp.ts";

const from = "Atrium <meet@example.org>";
const calendar = [
  "BEGIN:VCALENDAR",
  "METHOD:REQUEST",
  "BEGIN:VEVENT",
  "SUMMARY:Grüße 👋",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");
const invitation: OutgoingMail = {
  messageId: "invitation.1@example.org",
  to: { name: "Zoë, von Ångström", address: "zoe@example.com" },
  replyTo: { name: "Ada", address: "ada@example.com" },
  subject: "Einladung: Frühstück mit Ärzten 🥐 – täglich um zehn, im großen Saal hinter dem Garten",
  text: "Schöne Grüße 👋\nAda",
  html: "<p>Schöne <b>Grüße</b> 👋</p>",
  locale: "de",
  icalendar: { method: "REQUEST", text: calendar, filename: "invite.ics" },
};

type Received = { recipients: readonly string[]; source: string };

const received: Received[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onMailFrom: ({ address }, _session, done) => done(address.startsWith("nobody@") ? refusal(550) : null),
  onRcptTo({ address }, _session, done) {
    if (address.startsWith("gone@")) done(refusal(550));
    else if (address.startsWith("full@")) done(refusal(452));
    else done();
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const source = Buffer.concat(chunks).toString();
      if (source.includes("unwanted")) return done(refusal(554));
      received.push({ recipients: session.envelope.rcptTo.map((mailbox) => mailbox.address), source });
      done();
    });
  },
});

let folder: string;
let smtpMailer: ReturnType<typeof createSmtpMailer>;
let embedded: ReturnType<typeof createEmbeddedMailer>;

beforeAll(async () => {
  const port = await listen(smtp.server);
  smtpMailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from });
});

beforeEach(async () => {
  received.length = 0;
  if (folder) await rm(folder, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), "atrium-mails-"));
  embedded = createEmbeddedMailer({ folder, from });
});

afterAll(async () => {
  smtpMailer.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await rm(folder, { recursive: true });
});

const implementations: [string, () => Mailer, () => Promise<readonly string[]>][] = [
  ["SMTP", () => smtpMailer, async () => received.map((mail) => mail.source)],
  ["the embedded mailer", () => embedded, keptSources],
];

describe.each(implementations)("by %s", (_name, mailer, sources) => {
  async function sent(mail: OutgoingMail) {
    await mailer().send(mail);
    const [source, ...others] = await sources();
    expect(others).toEqual([]);
    const parsed = await PostalMime.parse(source ?? "");
    return { source: source ?? "", parsed };
  }

  it("a mail arrives with its subject, people and both texts, whatever the alphabet", async () => {
    const { parsed } = await sent(invitation);
    expect(parsed.subject).toBe(invitation.subject);
    expect(parsed.from).toMatchObject({ name: "Atrium", address: "meet@example.org" });
    expect(parsed.to).toMatchObject([invitation.to]);
    expect(parsed.replyTo).toMatchObject([{ name: "Ada", address: "ada@example.com" }]);
    expect(parsed.text?.trim()).toBe(invitation.text);
    expect(parsed.html?.trim()).toBe(invitation.html);
  });

  it("an invitation has a calendar part with its method and a file with the same content", async () => {
    const { parsed, source } = await sent(invitation);
    expect(source.replaceAll(/\r\n\s+/g, " ")).toMatch(
      /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i,
    );
    const [invite, ...others] = parsed.attachments.filter((part) => part.mimeType === "text/calendar");
    expect(others).toEqual([]);
    expect(invite?.method).toBe("REQUEST");
    const [file, ...copies] = parsed.attachments.filter((part) => part.filename === "invite.ics");
    expect(copies).toEqual([]);
    expect(file?.disposition).toBe("attachment");
    // The parser ends lines in its own way; the file's own are in the source.
    for (const part of [invite, file]) expect(lines(part)).toEqual(calendar.split("\r\n"));
    expect(source.replaceAll(/\r\n/g, "")).toContain(Buffer.from(calendar).toString("base64"));
  });

  it("a withdrawal says CANCEL", async () => {
    const cancelled = { method: "CANCEL", text: calendar, filename: "cancel.ics" } as const;
    const { parsed } = await sent({ ...invitation, icalendar: cancelled });
    expect(parsed.attachments.map((part) => part.method).filter(Boolean)).toEqual(["CANCEL"]);
    expect(parsed.attachments.map((part) => part.filename).filter(Boolean)).toEqual(["cancel.ics"]);
  });

  it("the message id is the caller's, and machines are told not to answer", async () => {
    const { parsed } = await sent({ ...invitation, headers: { "X-Kind": "invitation" } });
    expect(parsed.messageId).toBe("<invitation.1@example.org>");
    const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({
      "auto-submitted": "auto-generated",
      "content-language": "de",
      "x-kind": "invitation",
    });
  });

  it("no text can add a header or a recipient", async () => {
    const { parsed } = await sent({
      ...invitation,
      to: { name: "Zoë\r\nBcc: thief@example.com", address: "zoe@example.com" },
      replyTo: { name: 'Ada" <thief@example.com>,', address: "ada@example.com" },
      subject: "Hello\r\nBcc: thief@example.com\r\n\r\nbody",
      icalendar: { method: "REQUEST", text: calendar, filename: "a\r\nX-Injected: 1.ics" },
      headers: { "X-Kind": "one\nX-Injected: 2" },
    });
    const names = parsed.headers.map((header) => header.key);
    expect(names).not.toContain("bcc");
    expect(names).not.toContain("x-injected");
    expect(parsed.subject).toBe("Hello Bcc: thief@example.com body");
    expect(parsed.to?.map((each) => each.address)).toEqual(["zoe@example.com"]);
    expect(parsed.replyTo?.map((each) => each.address)).toEqual(["ada@example.com"]);
    expect(received.flatMap((mail) => mail.recipients)).not.toContain("thief@example.com");
  });

  it.each([
    "zoe@example.com, thief@example.com",
    "zoe@example.com\r\nRCPT TO:<thief@example.com>",
    "<zoe@example.com>",
    "zoe",
    "",
  ])("the address %j is refused for good", async (address) => {
    await expect(mailer().send({ ...invitation, to: { address } })).rejects.toBeInstanceOf(MailRefusedError);
    expect(await sources()).toEqual([]);
  });

  it("a malformed message id or header name is a bug", async () => {
    await expect(mailer().send({ ...invitation, messageId: "a b" })).rejects.toThrow("message id");
    const headers = { "X-A: 1\r\nBcc": "thief@example.com" };
    await expect(mailer().send({ ...invitation, headers })).rejects.toThrow("header name");
  });

  it("a working mailer says that it is up", async () => {
    expect(await mailer().state()).toBe("up");
  });
});

describe("an SMTP server", () => {
  it("that refuses the recipient or the mail refuses it for good", async () => {
    const gone = { ...invitation, to: { address: "gone@example.com" } };
    await expect(smtpMailer.send(gone)).rejects.toBeInstanceOf(MailRefusedError);
    const unwanted = { ...invitation, subject: "unwanted" };
    await expect(smtpMailer.send(unwanted)).rejects.toBeInstanceOf(MailRefusedError);
  });

  it("that is busy or refuses the sender may take the mail later", async () => {
    await expectTemporary(smtpMailer.send({ ...invitation, to: { address: "full@example.com" } }));
    await expectTemporary(smtpMailer.send({ ...invitation, from: { address: "nobody@example.org" } }));
    await smtpMailer.send(invitation);
    expect(received).toHaveLength(1);
  });

  it("that is not there is a temporary failure", async () => {
    const closed = createServer();
    const port = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    await expectUnusable(port, /ECONNREFUSED/);
  });

  it("that hangs up is a temporary failure", async () => {
    const server = createServer((socket) => socket.resetAndDestroy());
    await expectUnusable(await listen(server), /ECONNRESET|closed/i);
    server.close();
  });

  it("that says nothing is a temporary failure after the time limit", async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket));
    await expectUnusable(await listen(server), /timeout|greeting/i);
    for (const socket of sockets) socket.destroy();
    server.close();
  });
});

describe("the kept mails", () => {
  it("keep the same mail once, even when it is sent twice at the same moment", async () => {
    await Promise.all([embedded.send(invitation), embedded.send(invitation)]);
    await embedded.send({ ...invitation, subject: "again" });
    const mails = await embedded.list({ limit: 10 });
    expect(mails.map((kept) => kept.mail)).toEqual([invitation]);
    expect((await readdir(folder)).toSorted().map((name) => name.replace(/^[0-9a-f]+/, ""))).toEqual([
      ".eml",
      ".json",
    ]);
  });

  it("are listed page by page, the newest first", async () => {
    for (const name of ["1", "2", "3"]) {
      await embedded.send({ ...invitation, messageId: `${name}@example.org`, subject: name });
    }
    const first = await embedded.list({ limit: 2 });
    expect(first.map((kept) => kept.mail.subject)).toEqual(["3", "2"]);
    const second = await embedded.list({ limit: 2, before: first.at(-1)?.id });
    expect(second.map((kept) => kept.mail.subject)).toEqual(["1"]);
    expect(await embedded.list({ limit: 2, before: second.at(-1)?.id })).toEqual([]);
  });

  it("are empty before the first mail, and an unknown or crafted id finds nothing", async () => {
    const nowhere = createEmbeddedMailer({ folder: join(folder, "later"), from });
    expect(await nowhere.list({ limit: 10 })).toEqual([]);
    expect(await embedded.find("0".repeat(64))).toBeNull();
    expect(await embedded.find("../../etc/passwd")).toBeNull();
  });

  it("say that they are down when the folder cannot be made", async () => {
    const broken = createEmbeddedMailer({ folder: "/dev/null/mails", from });
    expect(await broken.state()).toBe("down");
    await expect(broken.send(invitation)).rejects.toThrow();
  });
});

function refusal(responseCode: number): Error {
  return Object.assign(new Error("not accepted"), { responseCode });
}

function lines(part: Attachment | undefined): string[] {
  const text = typeof part?.content === "string" ? part.content : new TextDecoder().decode(part?.content);
  return text.split(/\r?\n/);
}

async function keptSources(): Promise<readonly string[]> {
  const mails = await embedded.list({ limit: 100 });
  const found = await Promise.all(mails.map((mail) => embedded.find(mail.id)));
  return found.map((mail) => mail?.source ?? "");
}

async function listen(server: Pick<Server, "listen" | "address">): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server does not listen");
  return address.port;
}

async function expectTemporary(sending: Promise<unknown>): Promise<void> {
  const failure = await sending.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(MailRefusedError);
}

async function expectUnusable(port: number, reason: RegExp): Promise<void> {
  const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from, timeoutMilliseconds: 300 });
  await expectTemporary(mailer.send(invitation));
  await expect(mailer.send(invitation)).rejects.toThrow(reason);
  expect(await mailer.state()).toBe("down");
  mailer.close();
}
