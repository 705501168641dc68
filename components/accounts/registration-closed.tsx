import { useTranslations } from "next-intl";
import { PlainPage } from "#components/ui/plain-page";

/** Says that nobody can register, or only with a link. GAP-030 */
export function RegistrationClosed({ mode }: { readonly mode: "INVITED" | "CLOSED" }) {
  const t = useTranslations("registration");
  const action = { href: "/sign-in", label: t("signIn") };
  return mode === "INVITED" ? (
    <PlainPage title={t("closed.invitedTitle")} text={t("closed.invitedText")} action={action} />
  ) : (
    <PlainPage title={t("closed.title")} text={t("closed.text")} action={action} />
  );
}
