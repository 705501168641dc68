/** A key that nobody else has. Works on plain http too, where `crypto.randomUUID` does not exist. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Six digits that nobody guesses. */
export function randomPin(): string {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(100_000 + (value % 900_000));
}
