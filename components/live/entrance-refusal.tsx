import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { EntrancePreview, JoinView } from "#lib/live/schema";
import type { Locale } from "#lib/shared/context";
import { sentenceOf } from "#lib/shared/messages/translator";
import { formatDate, formatTime, localDateOf, type TimeZone } from "#lib/shared/time";
import { AskAgain } from "./ask-again.tsx";
import { NotAdmitted } from "./not-admitted.tsx";

type Props = {
  readonly view: JoinView;
  readonly refusal: Extract<EntrancePreview, { kind: "refused" }>;
  readonly reader: { readonly locale: Locale; readonly timeZone: TimeZone | null };
  readonly isAdministrator: boolean;
  readonly isGuest: boolean;
  readonly header: ReactNode;
};

/** Asked again this often where a hint could be missed or does not exist. */
const askEverySeconds = 30;

/** Why the door is shut, in words, and what to do. PRO-05, PRO-18, CNF-17 */
export async function EntranceRefusal(props: Props) {
  const t = await getTranslations("stage.refused");
  const { refusal, header, isGuest, isAdministrator } = props;
  const back = { href: isGuest ? "/" : "/home", label: t("back") };
  const panel = { href: "/admin", label: t("controlPanel") };
  const isMedia = refusal.code === "unavailable";
  const actions = [
    ...(isMedia && isAdministrator ? [panel] : []),
    ...(isGuest
      ? [{ href: `/sign-in?returnTo=${encodeURIComponent(`/c/${props.view.number}`)}`, label: t("signIn") }]
      : []),
    back,
  ];
  return (
    <NotAdmitted {...(await wordsOf(props))} actions={actions} header={header}>
      <Again refusal={refusal} />
    </NotAdmitted>
  );
}

function Again({ refusal }: Pick<Props, "refusal">) {
  const { opensAt } = refusal.values;
  if (refusal.reason === "tooEarly" && typeof opensAt === "string") return <AskAgain at={opensAt} />;
  const mayChange = ["locked", "unavailable"].includes(refusal.code) || refusal.reason === "licenceMissing";
  return mayChange ? <AskAgain everySeconds={askEverySeconds} /> : null;
}

async function wordsOf({ view, refusal, reader }: Props) {
  const t = await getTranslations("stage.refused");
  const named = { title: view.title, host: view.ownerName };
  const isDeleted = refusal.reason === "conferenceCancelled" && view.kind === "ROOM";
  const isMedia = refusal.code === "unavailable";
  const reason = isMedia ? "mediaUnavailable" : isDeleted ? "roomDeleted" : refusal.reason;
  switch (reason) {
    case "tooEarly": {
      const when = momentOf(refusal.values.startsAt, reader);
      const opens = momentOf(refusal.values.opensAt, reader, refusal.values.startsAt);
      return {
        title: t("tooEarly.title"),
        text: t("tooEarly.text", { ...named, when }),
        note: t("tooEarly.note", { opens }),
      };
    }
    case "licenceMissing":
    case "conferenceLocked":
    case "mediaUnavailable":
      return { title: t(`${reason}.title`), text: t(`${reason}.text`, named), note: t(`${reason}.note`) };
    case "over":
    case "conferenceCancelled":
    case "roomDeleted":
      return { title: t(`${reason}.title`), text: t(`${reason}.text`, named) };
    default:
      return { title: t("other.title"), text: otherSentence(refusal, reader.locale) };
  }
}

function otherSentence(refusal: Props["refusal"], locale: Locale): string {
  const said = (key: string) => sentenceOf({ locale, namespace: "refusals", key, values: refusal.values });
  return said(`reasons.${refusal.reason}`) ?? said(`codes.${refusal.code}`) ?? "";
}

/** `Sunday, 22 November 2026, 10:00 (Europe/Berlin)`; only the time when it is on the day of the other moment. */
function momentOf(value: unknown, { locale, timeZone }: Props["reader"], other?: unknown): string {
  const reader = { locale, timeZone: timeZone ?? "UTC" };
  const moment = new Date(String(value));
  const time = formatTime(moment, reader);
  const isSameDay =
    other !== undefined &&
    localDateOf(moment, reader.timeZone) === localDateOf(new Date(String(other)), reader.timeZone);
  return isSameDay ? time : `${formatDate(moment, reader)}, ${time} (${reader.timeZone})`;
}
