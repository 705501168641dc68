"use client";

import { Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { eventLimits } from "#lib/calendar/schema";
import type { FieldsProps } from "./form-fields.ts";

/** The first thing one types. */
export function TitleField({ form, edit, errors }: FieldsProps) {
  const t = useTranslations("meetings.form");
  return (
    <TextInput
      label={t("title")}
      placeholder={t("titlePlaceholder")}
      value={form.title}
      onChange={({ currentTarget: { value } }) => edit((before) => ({ ...before, title: value }), ["title"])}
      error={errors.fields.title}
      maxLength={eventLimits.titleLength}
      required
      withAsterisk={false}
      autoComplete="off"
      autoFocus
    />
  );
}

/** Where else one meets, and what it is about. */
export function TextFields({ form, edit, errors }: FieldsProps) {
  const t = useTranslations("meetings.form");
  return (
    <>
      <TextInput
        label={t("location")}
        description={t("locationHint")}
        value={form.location}
        onChange={({ currentTarget: { value } }) =>
          edit((before) => ({ ...before, location: value }), ["location"])
        }
        error={errors.fields.location}
        maxLength={eventLimits.locationLength}
        autoComplete="off"
      />
      <Textarea
        label={t("description")}
        description={t("descriptionHint")}
        value={form.description}
        onChange={({ currentTarget: { value } }) =>
          edit((before) => ({ ...before, description: value }), ["description"])
        }
        error={errors.fields.description}
        maxLength={eventLimits.descriptionLength}
        autosize
        minRows={3}
        maxRows={12}
      />
    </>
  );
}
