import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import type ICAL from "ical.js";
import type { Email } from "postal-mime";
import { eventsOf, readCalendar, startsIn, textOf } from "./support/calendar-reader.ts";
import type { Person } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";
import { calendarPartOf, waitForMails } from "./support/mailbox.ts";
import { schedule } from "./support/requests.ts";
import { localIn } from "./support/wall-clock.ts";

const timeZone = "Europe/Berlin";
const day = localIn(timeZone, 24 * 60).slice(0, 10);
const nextWeek = addDays(day, 7);

test("CAL-09 CAL-10 CAL-11 GAP-086 GAP-096 a weekly meeting is scheduled, changed, moved once and cancelled, and everybody is told by mail", async ({
  cast,
  visit,
  db,
  openBrowser,
}) => {
  test.setTimeout(180_000);
  const [ada, ben, cleo] = [
    await cast.person("Ada"),
    await cast.person("Ben"),
    await cast.person("Cleo", { locale: "de", timeZone: "America/New_York" }),
  ];
  const guest = `zoe.${ada.username}@elsewhere.example`;
  const everybody = [ben.email, cleo.email, guest];
  const page = await visit(ada, `/meetings/new?start=${day}T10:00&end=${day}T11:00`);
  let eventId = "";

  await test.step("CAL-12 a double press of Create makes one event", async () => {
    await page.getByLabel("Title").fill("Glass & light");
    await choose(page, "Repetition", "Weekly");
    await page.getByLabel("Location").fill("Hall 3");
    await page.getByLabel("PIN", { exact: true }).fill("482913");
    await page.getByRole("switch", { name: "Record the video" }).click({ force: true });
    await page.getByRole("tab", { name: "Participants" }).click();
    for (const person of [ben, cleo]) await invite(page, person);
    await page.getByRole("textbox", { name: "Add people" }).fill(guest);
    await page.getByRole("option", { name: `Invite ${guest}` }).click();
    await page.getByRole("button", { name: "Create and invite 3 people" }).dblclick();
    await expect(page.getByText("The meeting is scheduled.")).toBeVisible();
    const events = await db.event.findMany({ where: { organizerId: ada.id }, select: { id: true } });
    expect(events).toHaveLength(1);
    eventId = events[0]?.id ?? "";
  });

  let uid: string | null = null;
  await test.step("GAP-096 each gets one invitation with a calendar part that calendar programs can read", async () => {
    for (const address of everybody) {
      const [mail] = await waitForMails(address, 1);
      const { method, event } = calendarIn(mail);
      expect(method).toBe("REQUEST");
      uid ??= textOf(event, "uid");
      expect(textOf(event, "uid")).toBe(uid);
      expect(textOf(event, "sequence")).toBe("0");
      expect(textOf(event, "summary")).toBe("Glass & light");
      expect(textOf(event, "organizer")).toBe(`mailto:${ada.email}`);
      expect(attendeesOf(event)).toEqual(everybody.map((email) => `mailto:${email}`).toSorted());
      expect(event.getFirstProperty("dtstart")?.getParameter("tzid")).toBe(timeZone);
      expect(textOf(event, "dtstart")).toBe(`${day}T10:00:00`);
      expect(textOf(event, "rrule")).toContain("FREQ=WEEKLY");
      expect(JSON.stringify([mail?.subject, mail?.text, mail?.html])).not.toContain("482913");
    }
    const [[bens], [cleos]] = [await waitForMails(ben.email, 1), await waitForMails(cleo.email, 1)];
    expect(bens?.subject).toMatch(/^Invitation: Glass & light, .*10:00/);
    expect(cleos?.subject).toMatch(/^Einladung: Glass & light, .*0[45]:00/);
  });

  await test.step("CNF-02..08 CNF-10 CNF-11 the card tells what applies", async () => {
    await page.goto(`/meetings?event=${eventId}`);
    const card = page.getByRole("article", { name: "Glass & light" });
    const number = await fact(card, "Conference ID").textContent();
    expect((number ?? "").replace(/\D/g, "")).toHaveLength(10);
    await expect(fact(card, "Invited")).toHaveText("3 people");
    await expect(fact(card, "PIN")).toHaveText("482913");
    await expect(fact(card, "Owner")).toHaveText(ada.name);
    await expect(fact(card, "Access")).toHaveText("Private");
    await expect(fact(card, "Mode")).toHaveText("All equal");
    await expect(fact(card, "Location")).toHaveText("Hall 3");
    await expect(fact(card, "Address")).toContainText(`/c/${(number ?? "").replace(/\D/g, "")}`);
    await expect(card.getByText("will be recorded and kept on the server")).toBeVisible();
    await expect(card.getByText("Access now")).toHaveCount(0);
    await expect(card).toContainText("10:00");
    const calendar = page.getByRole("region", { name: "Calendar of your meetings" });
    await expect(calendar.getByText("Glass & light").first()).toBeVisible();
  });

  await test.step("CNF-13 CAL-14 CAL-15 CAL-16 CAL-17 GAP-100 it is taken over into other calendars", async () => {
    const card = page.getByRole("article", { name: "Glass & light" });
    await card.getByRole("button", { name: "Add to calendar" }).click();
    await expect(page.getByRole("menuitem", { name: "Google Calendar" })).toHaveAttribute(
      "href",
      /^https:\/\/calendar\.google\.com\/.*Glass/,
    );
    await expect(page.getByRole("menuitem", { name: "Outlook" })).toHaveAttribute(
      "href",
      /^https:\/\/outlook\./,
    );
    const downloading = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: /\.ics/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("meeting.ics");
    const text = await readFile(await download.path(), "utf8");
    const [event] = eventsOf(readCalendar(text));
    expect(event && textOf(event, "uid")).toBe(uid);
    expect(text).not.toContain("482913");
  });

  await test.step("GAP-097 a change raises the sequence and tells everybody once", async () => {
    await page.goto(`/meetings/${eventId}/edit`);
    await page.getByLabel("Title").fill("Glass, light & air");
    await page.getByRole("button", { name: "Save and tell 3 people" }).click();
    await expect(page.getByText("The meeting is changed.")).toBeVisible();
    for (const address of everybody) {
      const { method, event } = calendarIn((await waitForMails(address, 2)).at(-1));
      expect([method, textOf(event, "uid"), textOf(event, "sequence")]).toEqual(["REQUEST", uid, "1"]);
      expect(textOf(event, "summary")).toBe("Glass, light & air");
    }
  });

  await test.step("GAP-088 one occurrence is moved, and the others stay", async () => {
    await page.goto(`/meetings/${eventId}/edit?at=${nextWeek}T10:00`);
    await page.getByRole("textbox", { name: "Start" }).fill("15:30");
    await page.getByRole("button", { name: "Save and tell 3 people" }).click();
    await expect(page.getByText("The meeting is changed.")).toBeVisible();
    const { method, events } = calendarIn((await waitForMails(ben.email, 3)).at(-1));
    const moved = events.find((event) => event.hasProperty("recurrence-id"));
    expect(method).toBe("REQUEST");
    expect(moved && textOf(moved, "recurrence-id")).toBe(`${nextWeek}T10:00:00`);
    expect(moved && textOf(moved, "dtstart")).toBe(`${nextWeek}T15:30:00`);
    const window = { from: new Date(), to: new Date(Date.now() + 40 * 24 * 60 * 60 * 1000) };
    const query = { from: window.from.toISOString(), to: window.to.toISOString() };
    const shown = await (await page.request.get("/api/v1/events", { params: query })).json();
    const file = await (await page.request.get(`/api/v1/events/${eventId}/icalendar`)).text();
    const starts = startsIn(file, window);
    expect(starts.length).toBeGreaterThan(4);
    expect(starts).toEqual(shown.map(({ start }: { start: string }) => start));
  });

  await test.step("GAP-097 cancelling tells everybody, and nobody comes in any more", async () => {
    await page.goto(`/meetings?event=${eventId}`);
    await page.getByRole("button", { name: "Cancel meeting" }).click();
    await page.getByRole("button", { name: "Cancel all of them" }).click();
    for (const address of everybody) {
      const mails = await waitForMails(address, 4);
      const { method, event } = calendarIn(mails.at(-1));
      expect([method, textOf(event, "uid"), textOf(event, "status")]).toEqual(["CANCEL", uid, "CANCELLED"]);
      expect(mails.map((mail) => Number(textOf(calendarIn(mail).event, "sequence")))).toEqual([0, 1, 2, 3]);
    }
    const { conference } = await (await page.request.get(`/api/v1/events/${eventId}`)).json();
    const bens = await openBrowser();
    await bens.request.post("/api/v1/sign-in-sessions", {
      data: { name: ben.email, password: ben.password },
    });
    expect(
      (await bens.request.post(`/api/v1/conferences/${conference.number}/admissions`, { data: {} })).status(),
    ).toBe(404);
  });
});

test("CNF-04 CNF-08 CNF-09 CNF-12 what does not apply is not on the card, not even its name", async ({
  cast,
  visit,
}) => {
  const ada = await cast.person("Ada");
  const page = await visit(ada);
  const event = await schedule(page.request, { title: "Plain", timeZone, localStart: `${day}T09:00` });
  await page.goto(`/meetings?event=${event.id}`);
  const card = page.getByRole("article", { name: "Plain" });
  await expect(fact(card, "Invited")).toHaveText("Nobody yet");
  for (const absent of ["PIN", "Location", "Access now"]) {
    await expect(card.getByRole("term").filter({ hasText: new RegExp(`^${absent}$`) })).toHaveCount(0);
  }
  await expect(card.getByText("recorded")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
});

function calendarIn(mail: Email | undefined) {
  if (!mail) throw new Error("there is no mail");
  const { method, text } = calendarPartOf(mail);
  const calendar = readCalendar(text);
  const events = eventsOf(calendar);
  const [event] = events;
  if (!event) throw new Error("the calendar part holds no event");
  expect(textOf(calendar, "method")).toBe(method);
  expect(text).toContain("BEGIN:VTIMEZONE");
  return { method, event, events };
}

function attendeesOf(event: ICAL.Component): readonly string[] {
  return event
    .getAllProperties("attendee")
    .map((property) => String(property.getFirstValue()).toLowerCase())
    .toSorted();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function invite(page: Page, { name }: Person): Promise<void> {
  await page.getByRole("textbox", { name: "Add people" }).fill(name);
  await page.getByRole("option", { name }).click();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toBeVisible();
}

/** The value that stands beside a name on the card. */
function fact(card: Locator, name: string): Locator {
  const term = card
    .page()
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${name}$`) });
  return card.locator("dl > div").filter({ has: term }).locator("dd > span").first();
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
