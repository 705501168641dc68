"use client";

import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

const id = "joined";

/** Says on the first page after joining what the person belongs to now. ORG-35, ORG-38 */
export function JoinedNotice({ organization }: { readonly organization: string }) {
  const t = useTranslations("organization.link");
  useEffect(() => {
    notifications.show({ id, message: t("joined", { organization }), autoClose: 10_000 });
    // A reload says it no more.
    window.history.replaceState(null, "", "/home");
  }, [organization, t]);
  return null;
}
