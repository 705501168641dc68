import { Group, Input, NativeSelect, NumberInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { type IdleTime, idleUnits } from "./idle-time.ts";

type Props = {
  readonly value: IdleTime;
  readonly error: string | undefined;
  readonly onChange: (changed: IdleTime) => void;
};

const units: readonly IdleTime["unit"][] = ["minutes", "hours", "days"];

/** How long a device stays signed in without being used: a number and its unit. GAP-039 */
export function IdleTimeFields({ value, error, onChange }: Props) {
  const t = useTranslations("admin.settings");
  const id = useId();
  return (
    <Input.Wrapper
      id={id}
      label={t("idle")}
      description={t("idleHelp")}
      error={error}
      inputWrapperOrder={["label", "description", "input", "error"]}
    >
      <Group gap="xs" wrap="nowrap" mt={5} align="flex-start">
        <NumberInput
          id={id}
          min={1}
          max={Math.floor(129_600 / idleUnits[value.unit])}
          clampBehavior="none"
          allowDecimal={false}
          error={Boolean(error)}
          value={value.amount}
          onChange={(amount) => onChange({ ...value, amount: Number(amount) })}
          style={{ flex: 1 }}
        />
        <NativeSelect
          aria-label={t("idleUnit")}
          size="md"
          value={value.unit}
          data={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
          onChange={(event) => {
            const unit = units.find((one) => one === event.currentTarget.value);
            if (unit) onChange({ ...value, unit });
          }}
        />
      </Group>
    </Input.Wrapper>
  );
}
