/** Conditions on people for each word of a search: it stands somewhere in a name, the user name or the address, in any case. */
export function nameConditions(query: string | undefined) {
  return (query?.split(/\s+/) ?? []).filter((word) => word !== "").map(containing);
}

/** A condition on a text column: these letters stand somewhere in it, in any case. */
export function textContaining(letters: string) {
  return { contains: literally(letters), mode: "insensitive" as const };
}

/** Letters as they stand in a pattern: the database would take % and _ for placeholders. */
export function literally(letters: string): string {
  return letters.replace(/[\\%_]/g, "\\$&");
}

function containing(word: string) {
  const matching = textContaining(word);
  return {
    OR: [
      { firstName: matching },
      { lastName: matching },
      { displayName: matching },
      { username: matching },
      { email: matching },
    ],
  };
}
