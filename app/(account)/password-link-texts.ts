import { getTranslations } from "next-intl/server";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { pageContext } from "#lib/door/request-context";

/** What the two pages say on which a mailed link chooses a password. */
export async function passwordLinkTexts(kind: "reset" | "first") {
  const { minPasswordLength } = await getAccountSettings(await pageContext());
  const t = await getTranslations("security.choose");
  const form = await getTranslations("accounts.form");
  return {
    title: kind === "reset" ? t("resetTitle") : t("firstTitle"),
    text: kind === "reset" ? t("resetText") : t("firstText"),
    username: t("username"),
    password: t("password"),
    rule: t("rule", { min: minPasswordLength }),
    action: t("action"),
    sending: t("sending"),
    checking: t("checking"),
    signIn: t("signIn"),
    deadTitle: t("deadTitle"),
    used: t("used"),
    replaced: t("replaced"),
    expired: t("expired"),
    unknown: t("unknown"),
    askAgain: t("askAgain"),
    retry: t("retry"),
    showPassword: form("showPassword"),
    hidePassword: form("hidePassword"),
    offline: form("offline"),
    failed: form("failed"),
  };
}
