/** Conditions on people for each word of a search: it stands somewhere in a name, the user name or the address, in any case. */
export function nameConditions(query: string | undefined) {
  return (query?.split(/\s+/) ?? []).filter((word) => word !== "").map(containing);
}

/** A condition on a text column: these letters stand somewhere in it, in any case. */
export function textContaining(letters: string) {
  // The database would take % and _ for placeholders.
  return { contains: letters.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
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
