const withoutAccent: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

const maxLength = 60;

/**
 * User name made of the two names: lower-case letters without accents and digits, a dot between. Names that have no
 * such letters give `person`. GAP-023
 */
export function usernameFrom(firstName: string, lastName: string): string {
  const name = [firstName, lastName]
    .map(plainLetters)
    .filter((part) => part !== "")
    .join(".")
    .slice(0, maxLength)
    .replace(/\.$/, "");
  return name.length < 2 ? "person" : name;
}

/** The name itself if it is free, else with the smallest number from 2 on that makes it so. */
export function freeUsername(name: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number += 1) {
    if (!isTaken(`${name}${number}`)) return `${name}${number}`;
  }
}

function plainLetters(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => withoutAccent[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[^a-z0-9]/g, "");
}
