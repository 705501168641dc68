import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TermsForm } from "#components/admin/terms-form";
import { PageHeader } from "#components/ui/page-header";
import { getTerms } from "#lib/accounts/terms/queries";
import { getActiveCount } from "#lib/admin/queries";
import { administratorContext } from "#lib/door/signed-in";
import { formatShortDate } from "#lib/shared/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.terms");
  return { title: t("title") };
}

export default async function TermsPage() {
  const context = await administratorContext();
  const { actor, locale } = context;
  const [terms, askedCount] = await Promise.all([getTerms(context), getActiveCount(context)]);
  const t = await getTranslations("admin.terms");
  const { number, publishedAt } = terms;
  const note = publishedAt
    ? t("published", {
        number,
        at: formatShortDate(new Date(publishedAt), { locale, timeZone: actor.timeZone }),
      })
    : t("builtIn", { number });
  return (
    <>
      <PageHeader title={t("title")} note={note} />
      <TermsForm key={number} terms={terms} askedCount={askedCount} />
    </>
  );
}
