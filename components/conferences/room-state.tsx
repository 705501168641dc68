"use client";

import { useTranslations } from "next-intl";
import type { RoomView } from "#lib/conferences/rooms/schema";
import styles from "../calendar/card-state.module.css";

/** That one may come at any time, and who is there. VRM-02 */
export function RoomState({ room }: { readonly room: RoomView }) {
  const t = useTranslations("rooms");
  const { count, names } = room.inside;
  if (count === 0) return <p className={styles.over}>{`${t("card.always")} · ${t("card.empty")}`}</p>;
  return (
    <>
      <p className={styles.over}>{t("card.always")}</p>
      <p className={styles.live}>{t("row.inside", { count })}</p>
      <p className={styles.over}>
        {t("card.names", { names: names.join(", "), others: count - names.length })}
      </p>
    </>
  );
}
