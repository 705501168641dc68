import { canManageOwnOrganization, canReadOrganization, canUpgrade } from "#lib/organizations/policy";
import type { PersonActor } from "#lib/shared/context";

/** One way on: `key` names its words in the catalogue `directory`. */
export type Entry<Key extends string> = { readonly key: Key; readonly href: string };

export type TileKey = "meetings" | "calls" | "contactRequests" | "organization";
export type DirectoryKey = "home" | "organizations" | "contactRequests" | "settings";
export type SettingsKey =
  | "account"
  | "profile"
  | "contactRequests"
  | "upgrade"
  | "organizations"
  | "subscription";

/** The launcher's tiles: what there is for this account and nothing else. DIR-02, DIR-03, DIR-27 */
export function launcherTiles(actor: PersonActor): readonly Entry<TileKey>[] {
  return present<TileKey>([
    { key: "meetings", href: "/meetings" },
    { key: "calls", href: "/calls" },
    { key: "contactRequests", href: "/contact-requests" },
    canReadOrganization(actor) && { key: "organization", href: "/organization" },
  ]);
}

/** The directory's menu: three entries for individual accounts, four for organization accounts. DIR-09, DIR-10 */
export function directoryEntries(actor: PersonActor): readonly Entry<DirectoryKey>[] {
  return present<DirectoryKey>([
    { key: "home", href: "/home" },
    canReadOrganization(actor) && { key: "organizations", href: "/organization" },
    { key: "contactRequests", href: "/contact-requests" },
    { key: "settings", href: "/settings" },
  ]);
}

/** What Settings lists for this kind of account. DIR-14, DIR-15, DIR-18, GAP-003, GAP-112 */
export function settingsEntries(actor: PersonActor): readonly Entry<SettingsKey>[] {
  return present<SettingsKey>([
    { key: "account", href: "/settings/account" },
    { key: "profile", href: "/settings/profile" },
    { key: "contactRequests", href: "/contact-requests" },
    canUpgrade(actor) && { key: "upgrade", href: "/settings/upgrade" },
    canReadOrganization(actor) && {
      key: "organizations",
      href: canManageOwnOrganization(actor) ? "/organization?edit=1" : "/organization",
    },
    canManageOwnOrganization(actor) && { key: "subscription", href: "/settings/project" },
  ]);
}

function present<Key extends string>(entries: readonly (Entry<Key> | false)[]): readonly Entry<Key>[] {
  return entries.filter((entry) => entry !== false);
}
