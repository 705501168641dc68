/** Conditions on people for each word of a search: it stands somewhere in a name, the user name or the address, in any case. */
export function nameConditions(query: string | undefined) {
  return (query?.split(/\s+/) ?? []).filter((word) => word !== "").map(containing);
}

function containing(word: string) {
  // The database would take % and _ for placeholders.
  const matching = { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
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
