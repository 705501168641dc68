import { Alert } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";

type Props = {
  readonly what: "personalData" | "email" | "password";
  /** Whom people may ask, where the administrator has said so. */
  readonly helpContact: string | null;
};

/** Why something cannot be changed, and whom to ask. SET-14, SET-27 */
export function ProfileClosed({ what, helpContact }: Props) {
  const t = useTranslations("profile.closed");
  return (
    <Alert color="gray" icon={<IconLock size={20} stroke={1.5} aria-hidden />}>
      {t(what)} {helpContact ? t("ask", { contact: helpContact }) : t("askAdministrator")}
    </Alert>
  );
}
