import "@fontsource-variable/inter/index.css";
import "#components/ui/tokens.css";
import "#components/ui/base.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { someMessages } from "#lib/shared/messages/catalogue";

export const metadata: Metadata = {
  title: { default: "Atrium", template: "%s · Atrium" },
  icons: { icon: "/icon.svg" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#FAFAF7" },
    { media: "(prefers-color-scheme: dark)", color: "#151513" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const locale = await getLocale();
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider messages={someMessages(locale, ["common", "shell"])}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
