"use client";

import { Alert, Button, FileInput, Group, Progress, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { MemberImportReport } from "./member-import-report.tsx";
import { type ImportState, useMemberImport } from "./use-member-import.ts";

/** Imports a list of users: a file is checked first, then each line gets a result of its own. */
export function MemberImportForm() {
  const t = useTranslations("organization.import");
  const { state, check, start, reset } = useMemberImport();
  return (
    <Stack maw={860} gap="lg">
      <Text>{t("text")}</Text>
      <Text c="dimmed">{t("how")}</Text>
      {state.kind === "empty" ? (
        <FileInput
          label={t("file")}
          placeholder={t("choose")}
          accept=".csv,text/csv"
          maw={420}
          error={state.refusal ? t(`refused.${state.refusal}`) : undefined}
          onChange={(file) => void (file && check(file))}
        />
      ) : null}
      {state.kind === "running" ? <Running state={state} /> : null}
      {state.kind === "checked" || state.kind === "done" ? (
        <>
          <Alert color="gray" role="status">
            {state.problem ?? t(state.kind === "checked" ? "trial" : state.isWhole ? "finished" : "stopped")}
          </Alert>
          <Actions state={state} onStart={start} onReset={reset} />
          <MemberImportReport lines={state.report} />
        </>
      ) : null}
    </Stack>
  );
}

function Running({ state }: { readonly state: Extract<ImportState, { kind: "running" }> }) {
  const t = useTranslations("organization.import");
  const { isTrial, done, total } = state;
  const label = t(isTrial ? "checking" : "importing", { done, total });
  return (
    <div role="status">
      <Text mb="xs">{label}</Text>
      <Progress value={(100 * done) / total} aria-label={label} />
    </div>
  );
}

type ActionsProps = {
  readonly state: Extract<ImportState, { kind: "checked" | "done" }>;
  readonly onStart: () => void;
  readonly onReset: () => void;
};

function Actions({ state, onStart, onReset }: ActionsProps) {
  const t = useTranslations("organization.import");
  const count = state.report.filter(({ result }) => result !== "skipped").length;
  return (
    <Group>
      {state.kind === "checked" && count > 0 && !state.problem ? (
        <Button onClick={onStart}>{t("start", { count })}</Button>
      ) : null}
      <Button variant="default" onClick={onReset}>
        {t("another")}
      </Button>
    </Group>
  );
}
