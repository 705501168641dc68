import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import { ColorSchemeScript } from "@mantine/core";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { RealtimeSettings } from "#lib/adapters/realtime/browser";
import type { Locale } from "#lib/shared/context";
import { messagesOf, type Namespace } from "#lib/shared/messages/catalogue";
import { LiveConnection } from "./live-connection.tsx";
import styles from "./portal-shell.module.css";
import { Providers } from "./providers.tsx";
import { Sections } from "./sections.tsx";

/** Namespaces that only the server says. */
const serverOnly: readonly Namespace[] = ["refusals"];

export type ShellPerson = { readonly id: string; readonly name: string; readonly isServerAdmin: boolean };

type Props = {
  readonly locale: Locale;
  readonly person: ShellPerson;
  readonly realtime: RealtimeSettings;
  readonly area?: "portal" | "admin";
  readonly children: ReactNode;
};

/** The hall that every signed-in page stands in: sections at the side, the page's own content beside them. */
export async function PortalShell({ locale, person, realtime, area = "portal", children }: Props) {
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
          <Sections person={person} area={area} />
          <main id="content" className={styles.content} tabIndex={-1}>
            {children}
          </main>
        </div>
        <LiveConnection personId={person.id} settings={realtime} />
      </Providers>
    </NextIntlClientProvider>
  );
}
