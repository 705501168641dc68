import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailForm } from "#components/accounts/email-form";
import { PasswordForm } from "#components/accounts/password-form";
import { ProfileClosed } from "#components/accounts/profile-closed";
import { SettingsSection } from "#components/accounts/settings-section";
import { Fact, Facts } from "#components/ui/facts";
import { getEmailChange } from "#lib/accounts/email-change/queries";
import { getProfile } from "#lib/accounts/profile/queries";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { signedInContext } from "#lib/door/signed-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile.tabs");
  return { title: t("access") };
}

export default async function EmailAndPasswordPage() {
  const context = await signedInContext();
  const [{ email, permits }, { pending }, { helpContact, minPasswordLength }] = await Promise.all([
    getProfile(context),
    getEmailChange(context),
    getAccountSettings(context),
  ]);
  const t = await getTranslations("profile.email");
  const password = await getTranslations("settings.password");
  return (
    <>
      <SettingsSection title={t("title")} note={permits.changeEmail ? t("note") : undefined}>
        {permits.changeEmail ? (
          <EmailForm email={email} pending={pending} />
        ) : (
          <>
            <Facts>
              <Fact name={t("current")}>{email}</Fact>
            </Facts>
            <ProfileClosed what="email" helpContact={helpContact} />
          </>
        )}
      </SettingsSection>
      <SettingsSection title={password("title")} note={password("note")}>
        {permits.changePassword ? (
          <PasswordForm minLength={minPasswordLength} />
        ) : (
          <ProfileClosed what="password" helpContact={helpContact} />
        )}
      </SettingsSection>
    </>
  );
}
