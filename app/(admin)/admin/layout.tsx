import type { ReactNode } from "react";
import { AdminSections } from "#components/admin/admin-sections";
import { PortalShell, shellPerson } from "#components/shell/portal-shell";
import { pageRealtimeSettings } from "#lib/door/realtime-authorization";
import { administratorContext } from "#lib/door/signed-in";

export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  const { actor, locale } = await administratorContext();
  return (
    <PortalShell locale={locale} person={shellPerson(actor)} realtime={pageRealtimeSettings()} area="admin">
      <AdminSections />
      {children}
    </PortalShell>
  );
}
