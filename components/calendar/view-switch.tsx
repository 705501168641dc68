"use client";

import { IconCalendar, IconList } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ToggleButtons } from "#components/ui/toggle-buttons";

const views = [
  { view: "calendar", Icon: IconCalendar },
  { view: "list", Icon: IconList },
] as const;

type Props = {
  /** Null until it is known which one is shown. */
  readonly view: "calendar" | "list" | null;
  readonly onView: (view: "calendar" | "list") => void;
};

/** One button to the calendar, one to the list. MTG-10, MTG-11 */
export function ViewSwitch({ view, onView }: Props) {
  const t = useTranslations("meetings.views");
  return (
    <ToggleButtons
      name={t("label")}
      options={views.map(({ view: value, Icon }) => ({
        value,
        label: t(value),
        icon: <Icon size={18} stroke={1.5} />,
      }))}
      value={view}
      onChange={onView}
    />
  );
}
