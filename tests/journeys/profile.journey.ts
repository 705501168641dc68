import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { createClient } from "#lib/adapters/database/client";
import { makeCast, type Person } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";
import { waitForMails } from "./support/mailbox.ts";
import { startOwnPortal } from "./support/own-portal.ts";
import { signIn } from "./support/requests.ts";

const red = { r: 200, g: 30, b: 30 };

const photo = (format: "jpeg" | "png" | "webp" | "gif" = "jpeg") =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: red } })
    .toFormat(format)
    .toBuffer();

const openDialog = async (page: Page): Promise<Locator> => {
  await page.getByRole("button", { name: "Change avatar" }).last().click();
  const dialog = page.getByRole("dialog", { name: "Your picture" });
  await expect(dialog.getByRole("button", { name: "Choose File" })).toBeVisible();
  return dialog;
};

const choose = (dialog: Locator, file: { name: string; mimeType: string; buffer: Buffer }) =>
  dialog.locator('input[type="file"]').setInputFiles(file);

/** Addresses of the pictures that the page shows of people. */
const pictures = (page: Page) => page.locator('img[src^="/api/v1/avatars/"]');

/** How many cameras are open in the page. */
const openCameras = (page: Page) =>
  page.evaluate(() => {
    const opened: MediaStream[] = Reflect.get(window, "openedStreams") ?? [];
    return opened.flatMap((stream) => stream.getTracks()).filter(({ readyState }) => readyState === "live")
      .length;
  });

/** Remembers each stream that the page opens; call it before the first page. */
const watchCameras = (page: Page) =>
  page.addInitScript(() => {
    const opened: MediaStream[] = [];
    Reflect.set(window, "openedStreams", opened);
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      opened.push(stream);
      return stream;
    };
  });

test("SET-01 SET-03 SET-04 SET-05 SET-06 GAP-003 GAP-016 GAP-078 what is saved in one view stands in the others, and where others see the name", async ({
  cast,
  visit,
}) => {
  const [ada, ben] = [await cast.person("Ada"), await cast.person("Ben")];
  const page = await visit(ada, "/settings");
  await page.getByRole("link", { name: /My account/ }).click();
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();
  await expect(page.getByText(ada.email)).toBeVisible();
  await expect(page.getByRole("textbox", { name: /E-mail/ })).toHaveCount(0);
  await page.getByLabel("First name").fill("  ");
  await page.getByLabel("Display name").fill("Ada the Great");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("First name")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("First name")).toBeFocused();
  await expect(page.getByLabel("Display name")).toHaveValue("Ada the Great");
  await page.getByLabel("First name").fill("Adele");
  await page.getByLabel("Phone").fill("+49 30 1234");
  await page.getByLabel("Company").fill("Atelier Nord");
  await page.getByLabel("Position").fill("Architect");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your data is saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Phone")).toHaveValue("+49 30 1234");

  await page.getByRole("button", { name: "Ada the Great" }).click();
  await page.getByRole("menuitem", { name: "Profile settings" }).click();
  const tabs = page.getByRole("navigation", { name: "Profile settings" });
  await expect(tabs.getByRole("link", { name: "Personal data" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByLabel("First name")).toHaveValue("Adele");
  await expect(page.getByLabel("Position")).toHaveValue("Architect");
  await page.getByLabel("Position").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your data is saved.").first()).toBeVisible();
  await page.goto("/settings/account");
  await expect(page.getByLabel("Position")).toHaveValue("");

  const others = await visit(ben, "/meetings/new");
  await others.getByRole("tab", { name: "Participants" }).click();
  await others.getByLabel("Add people").fill("Great");
  await expect(others.getByRole("option", { name: /Ada the Great/ })).toBeVisible();
});

test("SET-09 SET-15 SET-16 SET-17 SET-18 SET-19 GAP-075 a picture is chosen, cut out by keyboard, shown everywhere, and deleted after asking", async ({
  cast,
  visit,
}) => {
  const ada = await cast.person("Ada", { isServerAdmin: true });
  const page = await visit(ada, "/settings/account");
  await expect(pictures(page)).toHaveCount(0);
  // The picture itself opens the same dialog as the button.
  await page.getByRole("button", { name: "Change avatar" }).first().click();
  await page.getByRole("button", { name: "Close" }).click();
  const dialog = await openDialog(page);
  await expect(dialog.getByRole("button", { name: "Delete" })).toHaveCount(0);

  await choose(dialog, { name: "a.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
  await expect(dialog.getByRole("alert")).toContainText("PNG, JPEG or WebP");
  await choose(dialog, { name: "a.png", mimeType: "image/png", buffer: Buffer.from("<!doctype html>") });
  await expect(dialog.getByRole("alert")).toContainText("cannot be shown");
  await choose(dialog, { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(5 * 1024 * 1024 + 1) });
  await expect(dialog.getByRole("alert")).toContainText("larger than 5 MB");
  await choose(dialog, { name: "a.png", mimeType: "image/png", buffer: await photo("gif") });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("PNG, JPEG or WebP");
  await dialog.getByRole("button", { name: "Another picture" }).click();

  await choose(dialog, { name: "me.jpg", mimeType: "image/jpeg", buffer: await photo() });
  const zoom = dialog.getByRole("slider", { name: "Zoom" });
  await zoom.focus();
  for (let step = 0; step < 10; step++) await zoom.press("ArrowRight");
  await expect(zoom).toHaveAttribute("aria-valuenow", "1.5");
  await dialog.getByRole("group", { name: /Part of the picture/ }).press("ArrowLeft");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your new picture is shown from now on.")).toBeVisible();
  await expect(pictures(page)).toHaveCount(2);
  const source = (await pictures(page).first().getAttribute("src")) ?? "";
  const served = await page.request.get(source);
  expect(served.headers()).toMatchObject({
    "content-type": "image/webp",
    "x-content-type-options": "nosniff",
  });
  expect(served.headers()["cache-control"]).toMatch(/private, max-age=/);
  const { width, height, exif } = await sharp(await served.body()).metadata();
  expect([width, height, exif]).toEqual([512, 512, undefined]);
  await page.goto(`/admin/people?query=${ada.username}`);
  await expect(pictures(page.getByRole("table").page())).not.toHaveCount(0);

  await page.goto("/settings/profile");
  const again = await openDialog(page);
  await again.getByRole("button", { name: "Delete" }).click();
  await page
    .getByRole("dialog", { name: "Delete your picture?" })
    .getByRole("button", { name: "Cancel" })
    .click();
  await expect(again.getByRole("button", { name: "Delete" })).toBeVisible();
  expect((await page.request.get(source)).status()).toBe(200);
  await again.getByRole("button", { name: "Delete" }).click();
  await page
    .getByRole("dialog", { name: "Delete your picture?" })
    .getByRole("button", { name: "OK" })
    .click();
  await expect(page.getByText("Your picture is deleted.")).toBeVisible();
  await expect(pictures(page)).toHaveCount(0);
  expect((await page.request.get(source)).status()).toBe(404);
});

test("GAP-075 R12 5 MB and a byte are refused at the field, whoever sends them, and nobody else's cookie gets a picture", async ({
  cast,
  visit,
  request,
}) => {
  const page = await visit(await cast.person("Ada"));
  const put = (data: Buffer) => page.request.put("/api/v1/profile/avatar", { data });
  const refused = await put(Buffer.alloc(5 * 1024 * 1024 + 1));
  expect(refused.status()).toBe(413);
  expect(await refused.json()).toMatchObject({ fields: [{ field: "picture", reason: "fileTooLarge" }] });
  const accepted = await put(await photo("png"));
  expect(accepted.status(), await accepted.text()).toBe(200);
  const { avatarId } = await accepted.json();
  expect((await page.request.get(`/api/v1/avatars/${avatarId}`)).status()).toBe(200);
  expect((await request.get(`/api/v1/avatars/${avatarId}`)).status()).toBe(401);
});

test("SET-10 SET-11 GAP-076 a photo is taken, taken anew and used, and the camera is off when the dialog is closed", async ({
  cast,
  visit,
}) => {
  const page = await visit(await cast.person("Ada"));
  await watchCameras(page);
  await page.goto("/settings/profile");
  const dialog = await openDialog(page);
  await dialog.getByRole("button", { name: "Take a photo" }).click();
  await dialog.getByRole("button", { name: "Take", exact: true }).click();
  await expect(dialog.getByRole("img", { name: "The photo" })).toBeVisible();
  await dialog.getByRole("button", { name: "Retake" }).click();
  expect(await openCameras(page)).toBe(1);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  expect(await openCameras(page)).toBe(0);

  await openDialog(page);
  await dialog.getByRole("button", { name: "Take a photo" }).click();
  await dialog.getByRole("button", { name: "Take", exact: true }).click();
  await dialog.getByRole("button", { name: "Use photo" }).click();
  await expect(dialog.getByRole("slider", { name: "Zoom" })).toBeVisible();
  expect(await openCameras(page)).toBe(0);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your new picture is shown from now on.")).toBeVisible();
  await expect(pictures(page)).toHaveCount(2);
});

test("SET-12 GAP-076 without permission, without a camera and without https a sentence says so, and a file can be chosen all the same", async ({
  cast,
  visit,
}) => {
  const ada = await cast.person("Ada");
  const refusals: readonly (readonly [string | null, RegExp])[] = [
    ["NotAllowedError", /does not let the portal use the camera/],
    ["NotFoundError", /No camera was found/],
    ["NotReadableError", /in use by another program/],
    [null, /only when the address of the portal begins with https/],
  ];
  for (const [name, sentence] of refusals) {
    const page = await visit(ada);
    await page.addInitScript((error) => {
      const refuse = () => Promise.reject(new DOMException("refused", error ?? ""));
      const devices = error === null ? undefined : { getUserMedia: refuse };
      Object.defineProperty(navigator, "mediaDevices", { value: devices, configurable: true });
    }, name);
    await page.goto("/settings/profile");
    const dialog = await openDialog(page);
    await dialog.getByRole("button", { name: "Take a photo" }).click();
    await expect(dialog.getByRole("alert")).toContainText(sentence);
    await expect(dialog.getByRole("alert")).toContainText("Choosing a file works all the same.");
    await dialog.getByRole("button", { name: "Back" }).click();
    await choose(dialog, { name: "me.png", mimeType: "image/png", buffer: await photo("png") });
    await expect(dialog.getByRole("slider", { name: "Zoom" })).toBeVisible();
    await page.context().close();
  }
});

test("SET-07 SET-20 SET-21 SET-24 SET-25 SET-26 GAP-015 the password form needs all three fields, from both places", async ({
  cast,
  visit,
  page: outside,
}) => {
  const ada = await cast.person("Ada");
  const page = await visit(ada, "/settings/account");
  await page.getByRole("button", { name: "Change password" }).click();
  const dialog = page.getByRole("dialog", { name: "Change password" });
  const field = (name: string) => dialog.getByLabel(new RegExp(`^${name}( \\*)?$`));
  const [old, chosen, repeated] = [
    field("Your password now"),
    field("New password"),
    field("New password once more"),
  ] as const;
  await dialog.getByRole("button", { name: "Apply" }).click();
  for (const empty of [old, chosen, repeated]) await expect(empty).toHaveAttribute("aria-invalid", "true");
  await old.fill("not-the-password");
  await chosen.fill("a-new-password-1");
  await repeated.fill("a-new-password-2");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(repeated).toHaveAttribute("aria-invalid", "true");
  await repeated.fill("a-new-password-1");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(old).toHaveAttribute("aria-invalid", "true");
  await expect(old).toBeFocused();
  await old.fill(ada.password);
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("The password is changed.")).toBeVisible();
  await expect(dialog).toHaveCount(0);
  const data = (password: string) => ({ data: { name: ada.username, password } });
  expect((await outside.request.post("/api/v1/sign-in-sessions", data(ada.password))).status()).toBe(401);
  expect((await outside.request.post("/api/v1/sign-in-sessions", data("a-new-password-1"))).status()).toBe(
    200,
  );
  await page.goto("/settings/profile/email-and-password");
  await expect(page.getByLabel("New password once more")).toBeVisible();
});

test("SET-07 SET-24 SET-25 GAP-077 a new address is confirmed by its link, and the one before is told", async ({
  cast,
  visit,
  page: outside,
}) => {
  const ada = await cast.person("Ada");
  const email = `new.${ada.username}@example.org`;
  const page = await visit(ada, "/settings/profile/email-and-password");
  const section = page.locator("section", { has: page.getByRole("heading", { name: "E-mail address" }) });
  await section.getByLabel("New e-mail address").fill(email);
  await section.getByLabel("Your password now").fill("not-the-password");
  await section.getByRole("button", { name: "Apply" }).click();
  await expect(section.getByLabel("Your password now")).toHaveAttribute("aria-invalid", "true");
  await expect(section.getByLabel("New e-mail address")).toHaveValue(email);
  await section.getByLabel("Your password now").fill(ada.password);
  await section.getByRole("button", { name: "Apply" }).click();
  await expect(section.getByRole("status")).toContainText(email);

  const [first] = await waitForMails(email, 1);
  await waitForMails(ada.email, 1);
  await section.getByRole("button", { name: "Send again" }).click();
  const linkIn = (text = "") => /http\S+\/confirm-email#[\w-]+/.exec(text)?.[0] ?? "";
  const second = (await waitForMails(email, 2)).find(({ text }) => linkIn(text) !== linkIn(first?.text));
  await outside.goto(linkIn(first?.text));
  await outside.getByRole("button", { name: "Confirm address" }).click();
  await expect(outside.getByRole("alert").filter({ hasText: /\w/ })).toContainText("does not work any more");
  await outside.goto("/sign-in");
  await outside.goto(linkIn(second?.text));
  await outside.getByRole("button", { name: "Confirm address" }).click();
  await expect(outside.getByRole("heading", { name: "Your address is changed" })).toBeVisible();
  await expect(outside.getByText(email)).toBeVisible();
  await page.reload();
  await expect(section.getByText(email)).toBeVisible();
  await expect(section.getByRole("button", { name: "Send again" })).toHaveCount(0);
  await waitForMails(ada.email, 2);

  await section.getByLabel("New e-mail address").fill(`other.${ada.username}@example.org`);
  await section.getByLabel("Your password now").fill(ada.password);
  await section.getByRole("button", { name: "Apply" }).click();
  await section.getByRole("button", { name: "Cancel change" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel change" }).click();
  await expect(page.getByText("Your address stays as it is.")).toBeVisible();
  await expect(section.getByRole("button", { name: "Send again" })).toHaveCount(0);
});

test("SET-13 SET-14 SET-22 SET-23 SET-27 what the administrator keeps is read-only and says whom to ask", async ({
  openBrowser,
}) => {
  test.setTimeout(180_000);
  const portal = await startOwnPortal();
  const db = createClient(portal.databaseUrl);
  try {
    const ada: Person = await (await makeCast(db)).person("Ada");
    const closed = { mayEditPersonalData: false, mayChangeEmail: false, mayChangePassword: false };
    await db.accountSettings.create({ data: { id: 1, ...closed, helpContact: "the desk, room 12" } });
    const context = await openBrowser({ baseURL: portal.origin });
    await signIn(context.request, ada);
    const page = await context.newPage();
    await page.goto("/settings/account");
    const whom = page.getByText("ask the desk, room 12");
    await expect(whom).toHaveCount(2);
    await expect(page.getByLabel("First name")).not.toBeEditable();
    await expect(page.getByLabel("Phone")).not.toBeEditable();
    await expect(page.getByRole("button", { name: "Change password" })).toHaveCount(0);
    await page.goto("/settings/profile/email-and-password");
    await expect(whom).toHaveCount(2);
    await expect(page.getByRole("button", { name: "Apply" })).toHaveCount(0);
    const writes = [
      page.request.patch("/api/v1/profile", { data: { firstName: "Other" } }),
      page.request.post("/api/v1/email-changes", {
        data: { email: "other@example.org", oldPassword: ada.password },
      }),
      page.request.put("/api/v1/profile/password", {
        data: { oldPassword: ada.password, newPassword: "a-new-password-1" },
      }),
    ];
    for (const answer of await Promise.all(writes)) expect(answer.status(), answer.url()).toBe(403);
    await context.close();
  } finally {
    await db.$disconnect();
    await portal.end();
  }
});
