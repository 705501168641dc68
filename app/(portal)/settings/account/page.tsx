import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AvatarSection } from "#components/accounts/avatar-section";
import { PasswordDialog } from "#components/accounts/password-dialog";
import { ProfileClosed } from "#components/accounts/profile-closed";
import { ProfileFacts } from "#components/accounts/profile-facts";
import { ProfileForm } from "#components/accounts/profile-form";
import { SecondFactorSection } from "#components/accounts/second-factor-section";
import { SessionsSection } from "#components/accounts/sessions-section";
import { SettingsSection } from "#components/accounts/settings-section";
import { PageHeader } from "#components/ui/page-header";
import { getProfile } from "#lib/accounts/profile/queries";
import { getSecondFactor } from "#lib/accounts/second-factor/queries";
import { listSignInSessions } from "#lib/accounts/sessions/queries";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { signedInContext } from "#lib/door/signed-in";
import { listTimeZones } from "#lib/shared/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile.account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const context = await signedInContext();
  const [profile, { helpContact, minPasswordLength }] = await Promise.all([
    getProfile(context),
    getAccountSettings(context),
  ]);
  const t = await getTranslations("profile");
  const password = await getTranslations("settings.password");
  return (
    <>
      <PageHeader title={t("account.title")} note={t("account.note")} />
      <SettingsSection title={t("avatar.title")} note={t("avatar.note")}>
        <AvatarSection profile={profile} />
      </SettingsSection>
      <SettingsSection title={t("personal.title")} note={t("personal.note")}>
        <ProfileForm profile={profile} timeZones={listTimeZones()} helpContact={helpContact} />
      </SettingsSection>
      <SettingsSection title={t("signIn.title")} note={t("signIn.note")}>
        <ProfileFacts profile={profile} />
        <p>
          <Link href="/settings/profile/email-and-password">{t("signIn.changeEmail")}</Link>
        </p>
      </SettingsSection>
      <SettingsSection title={password("title")} note={password("note")}>
        {profile.permits.changePassword ? (
          <PasswordDialog minLength={minPasswordLength} />
        ) : (
          <ProfileClosed what="password" helpContact={helpContact} />
        )}
      </SettingsSection>
      <SecondFactorSection factor={await getSecondFactor(context)} username={profile.username} />
      <SessionsSection sessions={await listSignInSessions(context)} />
    </>
  );
}
