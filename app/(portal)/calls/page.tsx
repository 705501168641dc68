import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallDetail } from "#components/calls/call-detail";
import { CallDrawer } from "#components/calls/call-drawer";
import { CallFilters } from "#components/calls/call-filters";
import { CallHistory } from "#components/calls/call-history";
import { PageHeader } from "#components/ui/page-header";
import { getCallRecord, listCallRecords } from "#lib/calls/queries";
import { type CallRecordDetailView, CallRecordFilter, CallRecordInput } from "#lib/calls/schema";
import { type SignedInContext, signedInContext } from "#lib/door/signed-in";
import { DomainError } from "#lib/shared/errors";
import { type PageParameters, pageParameters } from "../page-parameters.ts";

type Props = { readonly searchParams: PageParameters };

/** How many entries the page begins with. */
const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("history");
  return { title: t("title") };
}

export default async function CallsPage({ searchParams }: Props) {
  const t = await getTranslations("history");
  const context = await signedInContext();
  const parameters = await pageParameters(searchParams);
  const filter = CallRecordFilter.safeParse(parameters.get("filter")).data ?? "all";
  const selectedId = parameters.get("record") ?? undefined;
  const first = await listCallRecords(context, { filter, limit: pageSize });
  const record = selectedId ? await recordFor(context, selectedId) : null;
  return (
    <>
      <PageHeader title={t("title")} />
      <CallFilters chosen={filter} />
      <CallHistory
        key={filter}
        filter={filter}
        first={first}
        selectedId={selectedId}
        servedAt={context.now.toISOString()}
      />
      <CallDrawer filter={filter}>
        {selectedId ? record ? <CallDetail record={record} /> : <p>{t("detail.missing")}</p> : null}
      </CallDrawer>
    </>
  );
}

/** Null for an entry that does not exist or is somebody else's: both look the same. HIS-09 */
async function recordFor(context: SignedInContext, id: string): Promise<CallRecordDetailView | null> {
  const key = CallRecordInput.safeParse({ callRecordId: id });
  if (!key.success) return null;
  try {
    return await getCallRecord(context, key.data);
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}
