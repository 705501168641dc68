"use client";

import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { sentenceOf } from "#components/ui/use-submit";
import type { CallProblem } from "#lib/door/call";
import styles from "./form-problem.module.css";
import type { FormPurpose } from "./use-event-form.ts";

type Props = {
  readonly state: {
    readonly problem: CallProblem | undefined;
    readonly hasConflict: boolean;
    readonly overwrite: () => Promise<boolean>;
  };
  readonly purpose: FormPurpose;
};

/** Why the form was not stored, and that nothing of it is lost. */
export function FormProblem({ state, purpose }: Props) {
  const t = useTranslations("meetings.form");
  const shell = useTranslations("shell.problem");
  const [isKept, setKept] = useState(false);
  const { problem, hasConflict, overwrite } = state;
  if (isKept && !problem) return <p role="status">{t("conflictKept")}</p>;
  if (!problem) return null;
  const event = purpose.kind === "create" ? null : purpose.event.id;
  return (
    <Alert
      color="coral"
      role="alert"
      className={styles.problem}
      icon={<IconAlertTriangle size={20} stroke={1.5} />}
    >
      {hasConflict ? t("conflict") : `${t("failed")} ${sentenceOf(problem, shell("offline"))}`}
      {hasConflict && event ? (
        <div className={styles.ways}>
          <Button
            component={Link}
            href={`/meetings?event=${event}`}
            target="_blank"
            variant="default"
            size="xs"
          >
            {t("conflictLook")}
          </Button>
          <Button variant="default" size="xs" onClick={async () => setKept(await overwrite())}>
            {t("conflictKeep")}
          </Button>
        </div>
      ) : null}
    </Alert>
  );
}
