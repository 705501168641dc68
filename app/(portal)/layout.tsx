import type { ReactNode } from "react";
import { PortalShell } from "#components/shell/portal-shell";
import { pageRealtimeSettings } from "#lib/door/realtime-authorization";
import { signedInContext } from "#lib/door/signed-in";

export default async function PortalLayout({ children }: { readonly children: ReactNode }) {
  const { actor, locale } = await signedInContext();
  return (
    <PortalShell
      locale={locale}
      person={{ id: actor.personId, name: actor.displayName, isServerAdmin: actor.isServerAdmin }}
      realtime={pageRealtimeSettings()}
    >
      {children}
    </PortalShell>
  );
}
