import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MailsTable } from "#components/admin/mails-table";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { hasMailServer } from "#lib/door/mail-server";
import { administratorContext } from "#lib/door/signed-in";
import { listKeptMails } from "#lib/mail/queries";
import { MailId } from "#lib/shared/ids";

type Props = { readonly searchParams: Promise<{ readonly before?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.mails");
  return { title: t("title") };
}

export default async function MailsPage({ searchParams }: Props) {
  const context = await administratorContext();
  const before = MailId.safeParse((await searchParams).before);
  const { mails, next } = await listKeptMails(context, { before: before.success ? before.data : undefined });
  const t = await getTranslations("admin.mails");
  return (
    <>
      <PageHeader title={t("title")} note={t(hasMailServer() ? "noteSending" : "note")} />
      {mails.length > 0 ? <MailsTable mails={mails} /> : <EmptyState text={t("none")} />}
      {next ? <Link href={`/admin/mails?before=${next}`}>{t("older")}</Link> : null}
    </>
  );
}
