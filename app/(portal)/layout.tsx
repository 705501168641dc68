import type { ReactNode } from "react";
import { PortalShell, shellPerson } from "#components/shell/portal-shell";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { pageRealtimeSettings } from "#lib/door/realtime-authorization";
import { signedInContext } from "#lib/door/signed-in";

export default async function PortalLayout({ children }: { readonly children: ReactNode }) {
  const context = await signedInContext();
  const { actor, locale } = context;
  const { downloadUrl } = await getAccountSettings(context);
  return (
    <PortalShell
      locale={locale}
      person={shellPerson(actor)}
      realtime={pageRealtimeSettings()}
      downloadUrl={downloadUrl}
    >
      {children}
    </PortalShell>
  );
}
