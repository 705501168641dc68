import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PersonActions } from "#components/admin/person-actions";
import { PersonFacts } from "#components/admin/person-facts";
import { PageHeader } from "#components/ui/page-header";
import { getPerson } from "#lib/admin/queries";
import { administratorContext, orNotFound } from "#lib/door/signed-in";
import { PersonId } from "#lib/shared/ids";

type Props = { readonly params: Promise<{ readonly personId: string }> };

const personOf = cache(async (id: string) => {
  const personId = PersonId.safeParse(id);
  if (!personId.success) notFound();
  const context = await administratorContext();
  return orNotFound(getPerson(context, { personId: personId.data }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await personOf((await params).personId)).name };
}

export default async function PersonPage({ params }: Props) {
  const person = await personOf((await params).personId);
  return (
    <>
      <PageHeader title={person.name} />
      <PersonFacts person={person} />
      <PersonActions person={person} />
    </>
  );
}
