"use client";

import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import type { AdministeredPerson } from "#lib/admin/schema";
import { AccountBadges } from "./account-badges.tsx";
import { useMoments } from "./use-moments.ts";

/** Everything the server administrator sees of a person. */
export function PersonFacts({ person }: { readonly person: AdministeredPerson }) {
  const t = useTranslations("admin");
  const moments = useMoments();
  return (
    <Facts>
      <Fact name={t("people.state")}>
        <AccountBadges person={person} />
      </Fact>
      <Fact name={t("people.username")}>{person.username}</Fact>
      <Fact name={t("people.email")}>{person.email}</Fact>
      <Fact name={t("people.organization")}>{person.organization ?? t("person.noOrganization")}</Fact>
      {person.department ? <Fact name={t("person.department")}>{person.department}</Fact> : null}
      <Fact name={t("people.licence")}>{moments.licence(person.licence)}</Fact>
      <Fact name={t("person.secondFactor")}>
        {person.hasSecondFactor ? t("person.secondFactorOn") : t("person.secondFactorOff")}
      </Fact>
      <Fact name={t("people.lastSignIn")}>
        {person.lastSignInAt ? moments.dateTime(person.lastSignInAt) : t("people.never")}
      </Fact>
      <Fact name={t("person.created")}>{moments.dateTime(person.createdAt)}</Fact>
    </Facts>
  );
}
