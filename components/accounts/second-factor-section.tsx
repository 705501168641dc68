"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import {
  beginSecondFactor,
  disableSecondFactor,
  enableSecondFactor,
  makeRecoveryCodes,
} from "#lib/accounts/second-factor/endpoints";
import type { NewAuthenticator, SecondFactorView } from "#lib/accounts/second-factor/schema";
import { call } from "#lib/door/call";
import { RecoveryCodeList } from "./recovery-code-list.tsx";
import { SecondFactorCodeForm } from "./second-factor-code-form.tsx";
import { SecondFactorSetup } from "./second-factor-setup.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** From here on more should be made. */
const fewCodes = 3;

type Doing =
  | { readonly kind: "nothing" | "disabling" | "renewing" }
  | { readonly kind: "enabling"; readonly authenticator: NewAuthenticator }
  | { readonly kind: "keeping"; readonly codes: readonly string[] };

type Props = { readonly factor: SecondFactorView; readonly username: string };

/** Switches the second factor of the own account on and off, and makes recovery codes. SIG-22..33, GAP-037 */
export function SecondFactorSection({ factor, username }: Props) {
  const t = useTranslations("security.factor");
  const router = useRouter();
  const [doing, setDoing] = useState<Doing>({ kind: "nothing" });
  const stop = () => setDoing({ kind: "nothing" });
  const finish = () => {
    stop();
    router.refresh();
  };
  const handleEnable = async (authenticatorCode: string) => {
    const { recoveryCodes } = await call(enableSecondFactor, { code: authenticatorCode });
    setDoing({ kind: "keeping", codes: recoveryCodes });
  };
  const handleDisable = async (code: string) => {
    await call(disableSecondFactor, { code });
    notifications.show({ message: t("disabled") });
    finish();
  };
  const handleRenew = async (code: string) => {
    const { recoveryCodes } = await call(makeRecoveryCodes, { code });
    setDoing({ kind: "keeping", codes: recoveryCodes });
  };
  return (
    <SettingsSection title={t("title")} note={t("note")}>
      {doing.kind === "nothing" ? <Standing factor={factor} onDoing={setDoing} /> : null}
      {doing.kind === "enabling" ? (
        <SecondFactorSetup authenticator={doing.authenticator} onCode={handleEnable} onCancel={stop} />
      ) : null}
      {doing.kind === "disabling" ? (
        <SecondFactorCodeForm
          text={t("disableText")}
          action={t("confirmDisable")}
          isGrave
          onCode={handleDisable}
          onCancel={stop}
        />
      ) : null}
      {doing.kind === "renewing" ? (
        <SecondFactorCodeForm
          text={t("newCodesText")}
          action={t("confirmNewCodes")}
          onCode={handleRenew}
          onCancel={stop}
        />
      ) : null}
      {doing.kind === "keeping" ? (
        <RecoveryCodeList codes={doing.codes} username={username} onDone={finish} />
      ) : null}
    </SettingsSection>
  );
}

type StandingProps = { readonly factor: SecondFactorView; readonly onDoing: (doing: Doing) => void };

function Standing({ factor, onDoing }: StandingProps) {
  const t = useTranslations("security.factor");
  const { submit, isSubmitting } = useSubmit();
  const handleBegin = () =>
    submit(async () => {
      onDoing({ kind: "enabling", authenticator: await call(beginSecondFactor, {}) });
    });
  if (!factor.isOn) {
    return (
      <Stack gap="lg">
        <Text>{t("off")}</Text>
        <Group>
          <Button loading={isSubmitting} onClick={handleBegin}>
            {t("enable")}
          </Button>
        </Group>
      </Stack>
    );
  }
  const left = factor.recoveryCodesLeft;
  return (
    <Stack gap="lg">
      <div>
        <Text>{t("on")}</Text>
        <Text>
          {t("codesLeft", { count: left })} {left < fewCodes ? t("fewCodes") : ""}
        </Text>
      </div>
      <Group>
        <Button variant="default" onClick={() => onDoing({ kind: "renewing" })}>
          {t("newCodes")}
        </Button>
        <Button variant="subtle" color="coral" onClick={() => onDoing({ kind: "disabling" })}>
          {t("disable")}
        </Button>
      </Group>
    </Stack>
  );
}
