"use client";

import { Avatar } from "@mantine/core";

const hues = [160, 200, 230, 265, 300, 335, 10, 30, 50, 95] as const;

/** Initials on a colour that is derived from the person's id, so that it is the same everywhere. */
export function PersonAvatar({
  id,
  name,
  size = 36,
}: {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
}) {
  const hue = hues[sumOf(id) % hues.length] ?? 160;
  return (
    <Avatar
      size={size}
      radius="xl"
      variant="filled"
      aria-hidden
      styles={{
        placeholder: {
          background: `light-dark(hsl(${hue} 38% 88%), hsl(${hue} 26% 26%))`,
          color: `light-dark(hsl(${hue} 60% 22%), hsl(${hue} 45% 84%))`,
          fontSize: size * 0.38,
          fontWeight: 600,
        },
      }}
    >
      {initialsOf(name)}
    </Avatar>
  );
}

function sumOf(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521, 7);
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return letters.join("").toUpperCase();
}
