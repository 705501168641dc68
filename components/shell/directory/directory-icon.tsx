import {
  IconBriefcase,
  IconBuilding,
  IconCalendarEvent,
  IconHome,
  IconId,
  IconPhone,
  IconSettings,
  IconTrendingUp,
  IconUserPlus,
  IconUserShield,
} from "@tabler/icons-react";
import type { DirectoryKey, SettingsKey, TileKey } from "./entries.ts";

const icons = {
  meetings: IconCalendarEvent,
  calls: IconPhone,
  contactRequests: IconUserPlus,
  organization: IconBuilding,
  organizations: IconBuilding,
  home: IconHome,
  settings: IconSettings,
  account: IconUserShield,
  profile: IconId,
  upgrade: IconTrendingUp,
  subscription: IconBriefcase,
} as const satisfies Record<TileKey | DirectoryKey | SettingsKey, unknown>;

/** The sign of an entry, the same wherever it stands. */
export function DirectoryIcon({
  of,
  size = 20,
}: {
  readonly of: keyof typeof icons;
  readonly size?: number;
}) {
  const Icon = icons[of];
  return <Icon size={size} stroke={1.5} aria-hidden />;
}
