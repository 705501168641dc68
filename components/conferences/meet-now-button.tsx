"use client";

import { Button } from "@mantine/core";
import { IconVideoPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { meetNow } from "#lib/conferences/ad-hoc/endpoints";
import { call } from "#lib/door/call";
import { randomKey } from "../ui/random-key.ts";

/** Starts a conference on the fly and goes straight to its door. MTG-05 */
export function MeetNowButton() {
  const t = useTranslations("rooms.meetNow");
  const [key] = useState(randomKey);
  const [isLeaving, setLeaving] = useState(false);
  const { submit, isSubmitting } = useSubmit();
  const handlePress = () =>
    submit(async () => {
      const { path } = await call(meetNow, {}, { idempotencyKey: key });
      setLeaving(true);
      window.location.assign(path);
    });
  return (
    <Button
      variant="default"
      loading={isSubmitting || isLeaving}
      leftSection={<IconVideoPlus size={20} stroke={1.5} />}
      onClick={handlePress}
    >
      {t("button")}
    </Button>
  );
}
