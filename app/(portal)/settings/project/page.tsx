import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProjectFacts } from "#components/organizations/project-facts";
import { ProjectForm } from "#components/organizations/project-form";
import { PageHeader } from "#components/ui/page-header";
import { orNotFound, signedInContext } from "#lib/door/signed-in";
import { getProjectSubscription } from "#lib/organizations/projects/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization.project");
  return { title: t("title") };
}

export default async function ProjectPage() {
  const context = await signedInContext();
  const { subscription, suggestion } = await orNotFound(getProjectSubscription(context));
  const t = await getTranslations("organization.project");
  return (
    <>
      <PageHeader
        title={t(subscription ? "activeTitle" : "title")}
        note={t(subscription ? "active" : "text")}
      />
      {subscription ? <ProjectFacts subscription={subscription} /> : <ProjectForm suggestion={suggestion} />}
    </>
  );
}
