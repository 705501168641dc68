import { useTranslations } from "next-intl";

/** Stands where the card would be. */
export function CardMissing() {
  const t = useTranslations("meetings.card");
  return <p>{t("missing")}</p>;
}
