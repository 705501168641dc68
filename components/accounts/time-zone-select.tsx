"use client";

import { Select } from "@mantine/core";

type Props = {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly timeZones: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (timeZone: string) => void;
};

/** A choice of time zones that is searched by typing. */
export function TimeZoneSelect({ label, description, value, timeZones, error, onChange }: Props) {
  return (
    <Select
      label={label}
      description={description}
      data={[...new Set([...timeZones, value])]}
      value={value}
      error={error}
      onChange={(chosen) => chosen && onChange(chosen)}
      searchable
      limit={60}
      allowDeselect={false}
    />
  );
}
