import { describe, expect, test } from "vitest";
import type { PersonActor } from "#lib/shared/context";
import { OrganizationId, PersonId, SignInSessionId } from "#lib/shared/ids";
import {
  directoryEntries,
  launcherTiles,
  settingsEntries,
} from "../../../components/shell/directory/entries.ts";

const id = "01935f5e-0000-7000-8000-000000000001";

function account(role: "ADMIN" | "USER" | null, isServerAdmin = false): PersonActor {
  return {
    kind: "person",
    personId: PersonId.parse(id),
    sessionId: SignInSessionId.parse(id),
    isServerAdmin,
    organization: role && { id: OrganizationId.parse(id), role },
    displayName: "Ada Lindqvist",
    avatarId: null,
    timeZone: "UTC",
    locale: null,
  };
}

const individual = account(null);
const member = account("USER");
const admin = account("ADMIN");
const keys = (entries: readonly { readonly key: string }[]) => entries.map(({ key }) => key);

describe("the directory", () => {
  test("DIR-09 an individual account sees exactly Home, RFC and Settings", () => {
    expect(directoryEntries(individual)).toEqual([
      { key: "home", href: "/home" },
      { key: "contactRequests", href: "/contact-requests" },
      { key: "settings", href: "/settings" },
    ]);
  });

  test.each([["member", member] as const, ["admin", admin] as const])(
    "DIR-10 DIR-12 an organization's %s sees exactly Home, Organizations, RFC and Settings",
    (_, actor) => {
      expect(directoryEntries(actor)).toEqual([
        { key: "home", href: "/home" },
        { key: "organizations", href: "/organization" },
        { key: "contactRequests", href: "/contact-requests" },
        { key: "settings", href: "/settings" },
      ]);
    },
  );
});

describe("the settings", () => {
  test("DIR-14 GAP-004 an individual account may upgrade, and has no organization and no project", () => {
    expect(keys(settingsEntries(individual))).toEqual(["account", "profile", "contactRequests", "upgrade"]);
  });

  test("DIR-15 GAP-112 an organization's admin may subscribe for the project, a plain member may not", () => {
    expect(keys(settingsEntries(admin))).toEqual([
      "account",
      "profile",
      "contactRequests",
      "organizations",
      "subscription",
    ]);
    expect(keys(settingsEntries(member))).toEqual(["account", "profile", "contactRequests", "organizations"]);
  });

  test("DIR-18 Organizations leads an admin to editing and a plain member to reading", () => {
    const organizations = (actor: PersonActor) =>
      settingsEntries(actor).find(({ key }) => key === "organizations")?.href;
    expect([organizations(admin), organizations(member)]).toEqual(["/organization?edit=1", "/organization"]);
  });

  test("DIR-20 the server administrator without an organization is an individual account here", () => {
    expect(keys(settingsEntries(account(null, true)))).toEqual(keys(settingsEntries(individual)));
  });
});

describe("the launcher", () => {
  test("DIR-03 ACC-26 the first tile is the meeting service", () => {
    expect(launcherTiles(individual)[0]).toEqual({ key: "meetings", href: "/meetings" });
  });

  test("DIR-27 only members have a tile for the organization", () => {
    expect(keys(launcherTiles(member))).toContain("organization");
    expect(keys(launcherTiles(individual))).not.toContain("organization");
  });
});
