import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegionForm } from "#components/accounts/region-form";
import { SettingsSection } from "#components/accounts/settings-section";
import { CalendarFeedSection } from "#components/calendar/calendar-feed-section";
import { getProfile } from "#lib/accounts/profile/queries";
import { getCalendarFeed } from "#lib/calendar/feeds/queries";
import { signedInContext } from "#lib/door/signed-in";
import { listTimeZones } from "#lib/shared/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile.tabs");
  return { title: t("other") };
}

export default async function OtherSettingsPage() {
  const context = await signedInContext();
  const [profile, feed] = await Promise.all([getProfile(context), getCalendarFeed(context)]);
  const t = await getTranslations("settings.region");
  return (
    <>
      <SettingsSection title={t("title")}>
        <RegionForm profile={profile} timeZones={listTimeZones()} />
      </SettingsSection>
      <CalendarFeedSection feed={feed} />
    </>
  );
}
