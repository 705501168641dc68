"use client";

import { Alert, Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import styles from "./load-problem.module.css";

/** Says that something could not be loaded, and tries again. */
export function LoadProblem({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  const t = useTranslations("common");
  return (
    <Alert color="gray" icon={<IconCloudOff size={20} stroke={1.5} />} role="alert" mb="md">
      <div className={styles.line}>
        {text}
        <Button variant="default" size="xs" onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      </div>
    </Alert>
  );
}
