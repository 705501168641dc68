"use client";

import { Button, Input, SegmentedControl, Select, Switch, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ConferenceAccess, ConferenceMode } from "#lib/conferences/schema";
import { randomPin } from "../ui/random-key.ts";
import styles from "./conference-fields.module.css";
import type { ConferencePart, SharedFieldsProps } from "./form-fields.ts";

const longestPin = 10;

/** Who comes in and how the meeting is held; what a setting means stands under it. */
export function ConferenceFields<Form extends ConferencePart>({
  form,
  edit,
  errors,
  fixedMode,
}: SharedFieldsProps<Form> & {
  /** Why the mode cannot be changed now. */
  readonly fixedMode?: string;
}) {
  const t = useTranslations("meetings.form");
  const accessId = useId();
  return (
    <>
      <Input.Wrapper
        label={t("access")}
        labelElement="div"
        labelProps={{ id: accessId }}
        description={t(`accessHints.${form.access}`)}
        error={errors.fields.access}
        size="md"
        inputWrapperOrder={["label", "input", "description", "error"]}
      >
        <SegmentedControl
          aria-labelledby={accessId}
          data={ConferenceAccess.options.map((value) => ({ value, label: t(`accessKinds.${value}`) }))}
          value={form.access}
          onChange={(access) => edit((before) => ({ ...before, access }), ["access"])}
          className={styles.access}
        />
      </Input.Wrapper>
      <Select
        label={t("mode")}
        description={fixedMode ?? t(`modeHints.${form.mode}`)}
        disabled={fixedMode !== undefined}
        inputWrapperOrder={["label", "input", "description", "error"]}
        data={ConferenceMode.options.map((value) => ({ value, label: t(`modes.${value}`) }))}
        value={form.mode}
        onChange={(mode) => mode && edit((before) => ({ ...before, mode }), ["mode"])}
        error={errors.fields.mode}
        allowDeselect={false}
      />
      <div className={styles.pin}>
        <TextInput
          label={t("pin")}
          description={t("pinHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={form.pin}
          onChange={({ currentTarget: { value } }) =>
            edit((before) => ({ ...before, pin: value.trim() }), ["pin"])
          }
          error={errors.fields.pin}
          inputMode="numeric"
          maxLength={longestPin}
          autoComplete="off"
          className={styles.digits}
        />
        <Button
          variant="default"
          size="md"
          className={styles.make}
          onClick={() => edit((before) => ({ ...before, pin: randomPin() }), ["pin"])}
        >
          {t("makePin")}
        </Button>
      </div>
      <Switch
        label={t("recording")}
        description={t("recordingHint")}
        checked={form.isRecordingPlanned}
        onChange={({ currentTarget: { checked } }) =>
          edit((before) => ({ ...before, isRecordingPlanned: checked }), ["isRecordingPlanned"])
        }
        error={errors.fields.isRecordingPlanned}
      />
    </>
  );
}
