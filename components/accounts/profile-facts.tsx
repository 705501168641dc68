import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import type { ProfileView } from "#lib/accounts/schema";

/** What a person sees of the own account and does not change. */
export function ProfileFacts({ profile }: { readonly profile: ProfileView }) {
  const t = useTranslations("settings.profile");
  return (
    <Facts>
      <Fact name={t("name")}>{`${profile.firstName} ${profile.lastName}`}</Fact>
      <Fact name={t("username")}>{profile.username}</Fact>
      <Fact name={t("email")}>{profile.email}</Fact>
      <Fact name={t("organization")}>{profile.organization ?? t("noOrganization")}</Fact>
    </Facts>
  );
}
