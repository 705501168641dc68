import { getTranslations } from "next-intl/server";
import { ConferenceHeader } from "#components/live/conference-header";
import { NotAdmitted } from "#components/live/not-admitted";

/** The same for a conference that does not exist and for one that the reader is not invited to. MTG-04 */
export default async function ConferenceNotFound() {
  const t = await getTranslations("stage.unknown");
  return (
    <NotAdmitted
      title={t("title")}
      text={t("text")}
      actions={[{ href: "/home", label: t("action") }]}
      header={<ConferenceHeader href="/home" />}
    />
  );
}
