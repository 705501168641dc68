import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AvatarSection } from "#components/accounts/avatar-section";
import { ProfileForm } from "#components/accounts/profile-form";
import { SettingsSection } from "#components/accounts/settings-section";
import { getProfile } from "#lib/accounts/profile/queries";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { signedInContext } from "#lib/door/signed-in";
import { listTimeZones } from "#lib/shared/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile.tabs");
  return { title: t("personal") };
}

export default async function PersonalDataPage() {
  const context = await signedInContext();
  const [profile, { helpContact }] = await Promise.all([getProfile(context), getAccountSettings(context)]);
  const t = await getTranslations("profile");
  return (
    <>
      <SettingsSection title={t("avatar.title")} note={t("avatar.note")}>
        <AvatarSection profile={profile} />
      </SettingsSection>
      <SettingsSection title={t("personal.title")} note={t("personal.note")}>
        <ProfileForm profile={profile} timeZones={listTimeZones()} helpContact={helpContact} />
      </SettingsSection>
    </>
  );
}
