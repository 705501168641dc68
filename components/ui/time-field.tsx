"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { clockTime, turnedClock } from "./clock-time.ts";

const stepMinutes = 15;
const complete = /^\d{1,2}:\d{2}$/;

type Props = Omit<TextInputProps, "value" | "onChange"> & {
  /** `HH:MM`, or what was typed if that is no time. */
  readonly value: string;
  /** Called when a whole time stands there or the field is left, not while half of it is typed. */
  readonly onChange: (text: string) => void;
};

/** A time of day on the 24-hour clock, typed; the arrow keys move it by a quarter of an hour. */
export function TimeField({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed === null) return;
    setTyped(null);
    onChange(clockTime(typed) ?? typed);
  };
  const handleType = (text: string) => {
    setTyped(text);
    const time = complete.test(text) ? clockTime(text) : null;
    if (time) onChange(time);
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") settle();
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    const time = clockTime(typed ?? value);
    if (direction === 0 || !time) return;
    event.preventDefault();
    setTyped(null);
    onChange(turnedClock(time, direction * stepMinutes));
  };
  return (
    <TextInput
      {...rest}
      value={typed ?? value}
      onChange={(event) => handleType(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={handleKeyDown}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
    />
  );
}
