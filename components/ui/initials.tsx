import styles from "./initials.module.css";

const hues = [160, 200, 230, 265, 300, 335, 10, 30, 50, 95] as const;

type Props = {
  readonly id: string;
  readonly name: string;
  /** Diameter as a CSS length. */
  readonly size?: string;
};

/** Initials on a colour that is derived from the person's id. */
export function Initials({ id, name, size = "36px" }: Props) {
  const hue = hues[sumOf(id) % hues.length] ?? 160;
  return (
    <span
      className={styles.initials}
      style={{
        inlineSize: size,
        blockSize: size,
        fontSize: `calc(${size} * 0.38)`,
        background: `light-dark(hsl(${hue} 38% 88%), hsl(${hue} 26% 26%))`,
        color: `light-dark(hsl(${hue} 60% 22%), hsl(${hue} 45% 84%))`,
      }}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
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
