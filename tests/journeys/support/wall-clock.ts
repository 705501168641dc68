/** The wall clock of a zone, as `YYYY-MM-DDTHH:mm`, some minutes from now. */
export function localIn(timeZone: string, minutes: number): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(Date.now() + minutes * 60_000));
  return parts.replace(" ", "T");
}
