import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "#components/ui/plain-page";
import { requestContext } from "#lib/door/request-context";

export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  const { actor } = await requestContext();
  const path = (await headers()).get("x-path") ?? "/";
  const action =
    actor.kind === "person"
      ? { href: "/home", label: t("action") }
      : { href: `/sign-in?returnTo=${encodeURIComponent(path)}`, label: t("signIn") };
  return <PlainPage title={t("title")} text={t("text")} action={action} />;
}
