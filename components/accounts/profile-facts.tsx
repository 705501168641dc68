import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import type { ProfileView } from "#lib/accounts/profile/schema";

/** What the person signs in with, and where the account belongs. GAP-016 */
export function ProfileFacts({ profile }: { readonly profile: ProfileView }) {
  const t = useTranslations("profile.signIn");
  return (
    <Facts>
      <Fact name={t("username")}>{profile.username}</Fact>
      <Fact name={t("email")}>{profile.email}</Fact>
      <Fact name={t("organization")}>{profile.organization ?? t("noOrganization")}</Fact>
    </Facts>
  );
}
