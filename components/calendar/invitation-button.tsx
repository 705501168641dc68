"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button";
import { ruleSentence } from "#lib/calendar/rule-sentence";
import type { EventView } from "#lib/calendar/schema";
import { formatWhen } from "#lib/shared/time";
import { useOrigin } from "../ui/use-origin.ts";
import { useReader } from "../ui/use-reader.ts";
import type { ShownOccurrence } from "./shown-occurrence.ts";
import { grouped } from "./wording.ts";

type Props = { readonly event: EventView; readonly occurrence: ShownOccurrence };

/** Copies all that somebody needs to come. The PIN is copied by itself: it shall not travel with the address. GAP-093 */
export function InvitationButton({ event, occurrence }: Props) {
  const t = useTranslations("meetings");
  const texts = useTranslations("calendar");
  const { locale, timeZone } = useReader();
  const origin = useOrigin();
  const { rule, localStart, conference } = event;
  const period = { start: new Date(occurrence.start), end: new Date(occurrence.end) };
  const lines = [
    occurrence.title,
    formatWhen(period, { locale, timeZone }),
    rule && ruleSentence({ rule, localStart }, { locale, texts }),
    occurrence.location && t("invitation.location", { location: occurrence.location }),
    t("invitation.join", { url: `${origin}${conference.path}` }),
    t("invitation.id", { id: grouped(conference.number) }),
  ];
  return <CopyButton isWide label={t("card.copyInvitation")} value={lines.filter(Boolean).join("\n")} />;
}
