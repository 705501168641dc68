"use client";

import { Button, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordForm } from "./password-form.tsx";

/** The button that opens the password form. SET-20 */
export function PasswordDialog({ minLength }: { readonly minLength: number }) {
  const t = useTranslations("settings.password");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("change")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("change")}
        closeButtonProps={{ "aria-label": common("close") }}
      >
        <PasswordForm minLength={minLength} onDone={close} />
      </Modal>
    </>
  );
}
