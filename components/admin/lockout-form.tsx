"use client";

import { Button, Group, NumberInput, Stack, Switch } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import type { LockoutSettings } from "#lib/accounts/lockout/schema";
import { changeLockoutSettings } from "#lib/admin/endpoints";
import { call } from "#lib/door/call";

/** When sign-in is blocked, and for how long. ADM-05..07 */
export function LockoutForm({ settings }: { readonly settings: LockoutSettings }) {
  const t = useTranslations("admin.lockout");
  const [values, setValues] = useState(settings);
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const change = (changed: Partial<LockoutSettings>) => setValues((before) => ({ ...before, ...changed }));
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(async () => {
      await call(changeLockoutSettings, values);
      notifications.show({ message: t("saved") });
    });
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack maw={420} gap="lg">
        <Switch
          label={t("enabled")}
          checked={values.isEnabled}
          onChange={(event) => change({ isEnabled: event.currentTarget.checked })}
        />
        <NumberInput
          label={t("attempts")}
          description={t("attemptsHelp")}
          min={1}
          max={100}
          allowDecimal={false}
          disabled={!values.isEnabled}
          value={values.maxAttempts}
          error={fieldErrors.maxAttempts}
          onChange={(value) => change({ maxAttempts: Number(value) })}
        />
        <NumberInput
          label={t("period")}
          description={t("periodHelp")}
          min={1}
          max={10_080}
          allowDecimal={false}
          disabled={!values.isEnabled}
          value={values.periodMinutes}
          error={fieldErrors.periodMinutes}
          onChange={(value) => change({ periodMinutes: Number(value) })}
        />
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
