import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DirectoryOverview } from "#components/shell/directory/directory-overview";
import { getProfile } from "#lib/accounts/profile/queries";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { signedInContext } from "#lib/door/signed-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("directory");
  return { title: t("title") };
}

export default async function DirectoryPage() {
  const context = await signedInContext();
  const [{ email, organization }, { helpContact }] = await Promise.all([
    getProfile(context),
    getAccountSettings(context),
  ]);
  return (
    <DirectoryOverview
      actor={context.actor}
      email={email}
      organization={organization}
      helpContact={helpContact}
    />
  );
}
