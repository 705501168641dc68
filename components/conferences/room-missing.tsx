import { useTranslations } from "next-intl";

/** Stands where the card would be. */
export function RoomMissing() {
  const t = useTranslations("rooms.card");
  return <p>{t("missing")}</p>;
}
