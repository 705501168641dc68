"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ask } from "#components/ui/ask";
import { useSubmit } from "#components/ui/use-submit";
import {
  changeLicence,
  disablePerson,
  enablePerson,
  resetPassword,
  resetSecondFactor,
  unlockPerson,
} from "#lib/admin/endpoints";
import type { AdministeredPerson } from "#lib/admin/schema";
import { call } from "#lib/door/call";
import { useTemporaryPassword } from "./use-temporary-password.tsx";

/** One thing that may be done with an account now. */
export type PersonAction = {
  readonly key:
    | "unlock"
    | "giveLicence"
    | "withdrawLicence"
    | "resetPassword"
    | "resetSecondFactor"
    | "enable"
    | "disable";
  readonly isGrave?: boolean;
  readonly run: () => void;
};

/** What may be done with an account in its present state; grave things are asked for first. */
export function usePersonActions(person: AdministeredPerson): readonly PersonAction[] {
  const t = useTranslations("admin.person");
  const { change, reset } = useAccountCalls(person);
  const { id: personId, name } = person;
  const keep = t("keep");
  const askDisable = () =>
    ask({
      title: t("disableTitle", { name }),
      text: t("disableText", { name }),
      keep,
      choices: [
        {
          label: t("disableAction"),
          isGrave: true,
          onChosen: () => change(() => call(disablePerson, { personId }), "disabledDone"),
        },
      ],
    });
  const askReset = () =>
    ask({
      title: t("resetTitle", { name }),
      text: t("resetText", { name }),
      keep,
      choices: [{ label: t("resetAction"), isGrave: true, onChosen: reset }],
    });
  const askResetSecondFactor = () =>
    ask({
      title: t("secondFactorTitle", { name }),
      text: t("secondFactorText", { name }),
      keep,
      choices: [
        {
          label: t("secondFactorAction"),
          isGrave: true,
          onChosen: () => change(() => call(resetSecondFactor, { personId }), "secondFactorDone"),
        },
      ],
    });
  const isLicensed = person.licence.kind === "permanent";
  const licence = () => call(changeLicence, { personId, kind: isLicensed ? "none" : "permanent" });
  const actions: (PersonAction | false)[] = [
    person.lockedUntil !== null && {
      key: "unlock",
      run: () => change(() => call(unlockPerson, { personId }), "unlocked"),
    },
    isLicensed
      ? { key: "withdrawLicence", run: () => change(licence, "licenceWithdrawn") }
      : { key: "giveLicence", run: () => change(licence, "licenceGiven") },
    { key: "resetPassword", run: askReset },
    person.hasSecondFactor && { key: "resetSecondFactor", run: askResetSecondFactor },
    person.state === "DISABLED" && {
      key: "enable",
      run: () => change(() => call(enablePerson, { personId }), "enabledDone"),
    },
    person.state === "ACTIVE" && { key: "disable", isGrave: true, run: askDisable },
  ];
  return actions.filter((action) => action !== false);
}

type Done =
  | "secondFactorDone"
  | "unlocked"
  | "licenceGiven"
  | "licenceWithdrawn"
  | "enabledDone"
  | "disabledDone";

function useAccountCalls({ id: personId, name }: AdministeredPerson) {
  const t = useTranslations("admin.person");
  const router = useRouter();
  const { submit } = useSubmit();
  const showTemporaryPassword = useTemporaryPassword();
  const change = (send: () => Promise<unknown>, done: Done) =>
    void submit(async () => {
      await send();
      router.refresh();
      notifications.show({ message: t(done, { name }) });
    });
  const reset = () =>
    void submit(async () => {
      const { temporaryPassword } = await call(resetPassword, { personId });
      router.refresh();
      showTemporaryPassword({ name, temporaryPassword });
    });
  return { change, reset };
}
