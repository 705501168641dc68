import "server-only";
import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "#lib/shared/messages/catalogue";
import { requestContext } from "./request-context.ts";

/** Language, texts, zone and clock for next-intl on the server. */
const intlRequest = getRequestConfig(async () => {
  const { actor, locale, now } = await requestContext();
  return {
    locale,
    messages: messagesOf(locale),
    now,
    timeZone: actor.kind === "person" ? actor.timeZone : "UTC",
  };
});

// next-intl reads the default export of this file.
export default intlRequest;
