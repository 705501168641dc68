import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import { ColorSchemeScript } from "@mantine/core";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { RealtimeSettings } from "#lib/adapters/realtime/browser";
import type { Locale, PersonActor } from "#lib/shared/context";
import { messagesOf, type Namespace } from "#lib/shared/messages/catalogue";
import { LiveConnection } from "./live-connection.tsx";
import styles from "./portal-shell.module.css";
import { Providers } from "./providers.tsx";
import { Sections } from "./sections.tsx";

/** Namespaces that only the server says. */
const serverOnly: readonly Namespace[] = ["refusals", "terms"];

export type ShellPerson = {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly avatarId: string | null;
  readonly isServerAdmin: boolean;
};

/** The actor as the shell shows it. */
export function shellPerson(actor: PersonActor): ShellPerson {
  const { personId, sessionId, displayName, avatarId, isServerAdmin } = actor;
  return { id: personId, sessionId, name: displayName, avatarId, isServerAdmin };
}

type Props = {
  readonly locale: Locale;
  readonly person: ShellPerson;
  readonly realtime: RealtimeSettings;
  readonly area?: "portal" | "admin";
  /** Where the program for the desktop is, where the administrator has set it. GAP-013 */
  readonly downloadUrl?: string | null;
  readonly children: ReactNode;
};

/** The hall that every signed-in page stands in: sections at the side, the page's own content beside them. */
export async function PortalShell(props: Props) {
  const { locale, person, realtime, area = "portal", downloadUrl = null, children } = props;
  const t = await getTranslations("shell");
  const nonce = (await headers()).get("x-nonce") ?? "";
  const messages = Object.fromEntries(
    Object.entries(messagesOf(locale)).filter(([name]) => !serverOnly.some((other) => other === name)),
  );
  return (
    <NextIntlClientProvider messages={messages}>
      <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      <Providers nonce={nonce}>
        <a className="skip-link" href="#content">
          {t("skipToContent")}
        </a>
        <div className={styles.shell}>
          <Sections person={person} area={area} downloadUrl={downloadUrl} />
          <main id="content" className={styles.content} tabIndex={-1}>
            {children}
          </main>
        </div>
        <LiveConnection personId={person.id} sessionId={person.sessionId} settings={realtime} />
      </Providers>
    </NextIntlClientProvider>
  );
}
