"use client";

import { Button, Modal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIsPhone } from "../ui/use-is-phone.ts";
import { RequestForm } from "./request-form.tsx";

/** The button that opens the form of a new request. RFC-06 */
export function NewRequest() {
  const t = useTranslations("contacts");
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="md"
        leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("new")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t("form.title")}
        size={520}
        fullScreen={isPhone === true}
      >
        <RequestForm onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}
