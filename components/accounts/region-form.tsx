"use client";

import { Button, Group, Select, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { changeProfile } from "#lib/accounts/profile/endpoints";
import type { ProfileView } from "#lib/accounts/profile/schema";
import { call } from "#lib/door/call";
import { isLocale, locales } from "#lib/shared/context";
import { TimeZoneSelect } from "./time-zone-select.tsx";

type Props = { readonly profile: ProfileView; readonly timeZones: readonly string[] };

/** Language and time zone of the profile. SET-28, THM-04, THM-05 */
export function RegionForm({ profile, timeZones }: Props) {
  const t = useTranslations("settings.region");
  const router = useRouter();
  const [locale, setLocale] = useState<string>(profile.locale ?? "");
  const [timeZone, setTimeZone] = useState(profile.timeZone);
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(async () => {
      await call(changeProfile, { locale: isLocale(locale) ? locale : null, timeZone });
      router.refresh();
      notifications.show({ message: t("saved") });
    });
  };
  return (
    <form onSubmit={handleSubmit}>
      <Stack gap="lg">
        <Select
          label={t("language")}
          description={t("languageHelp")}
          data={[{ value: "", label: t("browser") }, ...locales.map((value) => ({ value, label: t(value) }))]}
          value={locale}
          error={fieldErrors.locale}
          onChange={(value) => setLocale(value ?? "")}
          allowDeselect={false}
        />
        <TimeZoneSelect
          label={t("timeZone")}
          description={t("timeZoneHelp")}
          value={timeZone}
          timeZones={timeZones}
          error={fieldErrors.timeZone}
          onChange={setTimeZone}
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
