import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "#components/accounts/password-form";
import { ProfileFacts } from "#components/accounts/profile-facts";
import { RegionForm } from "#components/accounts/region-form";
import { SettingsSection } from "#components/accounts/settings-section";
import { CalendarFeedSection } from "#components/calendar/calendar-feed-section";
import { PageHeader } from "#components/ui/page-header";
import { getProfile } from "#lib/accounts/people/queries";
import { minPasswordLength } from "#lib/accounts/schema";
import { getCalendarFeed } from "#lib/calendar/feeds/queries";
import { signedInContext } from "#lib/door/signed-in";
import { listTimeZones } from "#lib/shared/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const context = await signedInContext();
  const profile = await getProfile(context);
  const t = await getTranslations("settings");
  return (
    <>
      <PageHeader title={t("title")} />
      <SettingsSection title={t("profile.title")} note={t("profile.note")}>
        <ProfileFacts profile={profile} />
      </SettingsSection>
      <SettingsSection title={t("region.title")}>
        <RegionForm profile={profile} timeZones={listTimeZones()} />
      </SettingsSection>
      <SettingsSection title={t("password.title")} note={t("password.note")}>
        <PasswordForm minLength={minPasswordLength} />
      </SettingsSection>
      <CalendarFeedSection feed={await getCalendarFeed(context)} />
    </>
  );
}
