import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { MailView } from "#components/admin/mail-view";
import { PageHeader } from "#components/ui/page-header";
import { administratorContext, orNotFound } from "#lib/door/signed-in";
import { getKeptMail } from "#lib/mail/queries";
import { MailId } from "#lib/shared/ids";

type Props = { readonly params: Promise<{ readonly mailId: string }> };

const mailOf = cache(async (id: string) => {
  const mailId = MailId.safeParse(id);
  if (!mailId.success) notFound();
  const context = await administratorContext();
  return orNotFound(getKeptMail(context, { mailId: mailId.data }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await mailOf((await params).mailId)).subject };
}

export default async function MailPage({ params }: Props) {
  const mail = await mailOf((await params).mailId);
  return (
    <>
      <PageHeader title={mail.subject} />
      <MailView mail={mail} />
    </>
  );
}
