"use client";

import { Button, Group, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "#components/ui/avatar";
import type { ProfileView } from "#lib/accounts/profile/schema";
import { AvatarDialog } from "./avatar-dialog.tsx";
import styles from "./avatar-section.module.css";

/** The picture, and both ways to change it: the picture itself and the button beside it. SET-15, SET-16 */
export function AvatarSection({ profile }: { readonly profile: ProfileView }) {
  const t = useTranslations("profile.avatar");
  const [isOpen, setOpen] = useState(false);
  const { id, name, avatarId } = profile;
  return (
    <Group gap="lg">
      <UnstyledButton className={styles.picture} onClick={() => setOpen(true)}>
        <Avatar id={id} name={name} avatarId={avatarId} size="96px" />
        <VisuallyHidden>{t("change")}</VisuallyHidden>
      </UnstyledButton>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("change")}
      </Button>
      <AvatarDialog profile={profile} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Group>
  );
}
