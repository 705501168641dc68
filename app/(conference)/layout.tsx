import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { someMessages } from "#lib/shared/messages/catalogue";

/** No sections around a conference, and nothing loaded that joining does not need. P2 */
export default async function ConferenceLayout({ children }: { readonly children: ReactNode }) {
  const locale = await getLocale();
  return (
    <NextIntlClientProvider messages={someMessages(locale, ["common", "shell", "stage"])}>
      {children}
    </NextIntlClientProvider>
  );
}
