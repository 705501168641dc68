import type { Locale } from "../context.ts";
import type { Messages } from "./catalogue.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
