"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button";
import { Fact, Facts } from "#components/ui/facts";
import type { ConferenceAccess, ConferenceMode } from "#lib/conferences/schema";
import { useOrigin } from "../ui/use-origin.ts";
import { grouped } from "./wording.ts";

type Props = {
  readonly conference: {
    readonly number: string;
    readonly path: string;
    readonly pin: string | null;
    readonly access: ConferenceAccess;
    readonly mode: ConferenceMode;
    readonly isLocked: boolean;
  };
  readonly ownerName: string;
  readonly invitedCount: number;
  readonly location: string | null;
};

/** The facts of a meeting or a room. What does not apply is not there, name and all. CNF-02..10, CNF-12 */
export function CardFacts({ conference, ownerName, invitedCount, location }: Props) {
  const t = useTranslations("meetings.card");
  const form = useTranslations("meetings.form");
  const origin = useOrigin();
  const url = `${origin}${conference.path}`;
  return (
    <Facts>
      <Fact name={t("names.invited")}>{t("invitedCount", { count: invitedCount })}</Fact>
      <Fact name={t("names.id")} action={<CopyButton value={conference.number} label={t("copyId")} />}>
        {grouped(conference.number)}
      </Fact>
      <Fact name={t("names.url")} action={<CopyButton value={url} label={t("copyUrl")} />}>
        {url.replace(/^https?:\/\//, "")}
      </Fact>
      {conference.pin ? (
        <Fact name={t("names.pin")} action={<CopyButton value={conference.pin} label={t("copyPin")} />}>
          {conference.pin}
        </Fact>
      ) : null}
      <Fact name={t("names.owner")}>{ownerName}</Fact>
      <Fact name={t("names.access")}>{form(`accessKinds.${conference.access}`)}</Fact>
      <Fact name={t("names.mode")}>{form(`modes.${conference.mode}`)}</Fact>
      {location ? <Fact name={t("names.location")}>{location}</Fact> : null}
      {conference.isLocked ? <Fact name={t("names.status")}>{t("locked")}</Fact> : null}
    </Facts>
  );
}
