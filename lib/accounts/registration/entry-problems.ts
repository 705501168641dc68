import { passwordWeakness } from "../passwords/password.ts";

/** Why something that was typed cannot be used, as the form says it before anything is sent. */
export type EntryProblem =
  | "required"
  | "notAnEmail"
  | "blankInEmail"
  | "tooShort"
  | "passwordIsName"
  | "repeatDiffers";

/** What was typed, by the names of the fields; a field that the form does not have is absent. */
export type Entries = Readonly<Record<string, string>>;

/** Every field that cannot be sent as it stands, with the reason. The server decides again. ACC-05, GAP-022, GAP-025 */
export function entryProblems(
  entries: Entries,
  rules: { readonly required: readonly string[]; readonly minPasswordLength: number },
): Readonly<Record<string, EntryProblem>> {
  const missing = rules.required.filter((name) => (entries[name] ?? "").trim() === "");
  const problems: Readonly<Record<string, EntryProblem | null>> = {
    email: emailProblem(entries.email ?? ""),
    password: passwordProblem(entries, rules.minPasswordLength),
    repeat: entries.repeat === entries.password ? null : "repeatDiffers",
    ...Object.fromEntries(missing.map((name) => [name, "required" as const])),
  };
  return Object.fromEntries(Object.entries(problems).flatMap(([name, why]) => (why ? [[name, why]] : [])));
}

function emailProblem(email: string): EntryProblem | null {
  if (/\s/u.test(email)) return "blankInEmail";
  return /^[^@]+@[^@]+\.[^@.]{2,}$/.test(email) ? null : "notAnEmail";
}

function passwordProblem(entries: Entries, minLength: number): EntryProblem | null {
  const password = entries.password ?? "";
  if (password.length < minLength) return "tooShort";
  return passwordWeakness(password, { username: entries.username ?? "", email: entries.email ?? "" });
}
