/** The demo's people. Everybody signs in with the same password, printed in the README. */
export type DemoPerson = {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly department: DemoDepartment;
  readonly timeZone: string;
  readonly locale: "en" | "de";
  readonly licence: "permanent" | "temporary" | "none";
  readonly isServerAdmin?: true;
};

export const demoDepartments = ["Design", "Engineering", "Customer care"] as const;
export type DemoDepartment = (typeof demoDepartments)[number];

export const demoOrganizationName = "Lindenhof Instruments";
export const demoPassword = "open-the-hall";

export const demoPeople: readonly DemoPerson[] = [
  {
    username: "ada.lindqvist",
    firstName: "Ada",
    lastName: "Lindqvist",
    department: "Engineering",
    timeZone: "Europe/Berlin",
    locale: "en",
    licence: "permanent",
    isServerAdmin: true,
  },
  {
    username: "ben.okafor",
    firstName: "Ben",
    lastName: "Okafor",
    department: "Engineering",
    timeZone: "Europe/London",
    locale: "en",
    licence: "permanent",
  },
  {
    username: "cleo.marchetti",
    firstName: "Cleo",
    lastName: "Marchetti",
    department: "Design",
    timeZone: "Europe/Rome",
    locale: "en",
    licence: "permanent",
  },
  {
    username: "dan.ueda",
    firstName: "Dan",
    lastName: "Ueda",
    department: "Engineering",
    timeZone: "Asia/Tokyo",
    locale: "en",
    licence: "permanent",
  },
  {
    username: "eva.novak",
    firstName: "Eva",
    lastName: "Novák",
    department: "Design",
    timeZone: "Europe/Prague",
    locale: "de",
    licence: "temporary",
  },
  {
    username: "finn.aalto",
    firstName: "Finn",
    lastName: "Aalto",
    department: "Customer care",
    timeZone: "Europe/Helsinki",
    locale: "en",
    licence: "permanent",
  },
  {
    username: "gita.rao",
    firstName: "Gita",
    lastName: "Rao",
    department: "Engineering",
    timeZone: "Asia/Kolkata",
    locale: "en",
    licence: "permanent",
  },
  {
    username: "hugo.brandt",
    firstName: "Hugo",
    lastName: "Brandt",
    department: "Customer care",
    timeZone: "Europe/Berlin",
    locale: "de",
    licence: "permanent",
  },
  {
    username: "ines.duarte",
    firstName: "Inês",
    lastName: "Duarte",
    department: "Design",
    timeZone: "Europe/Lisbon",
    locale: "en",
    licence: "temporary",
  },
  {
    username: "jonas.weber",
    firstName: "Jonas",
    lastName: "Weber",
    department: "Customer care",
    timeZone: "Europe/Vienna",
    locale: "de",
    licence: "none",
  },
  {
    username: "kira.santos",
    firstName: "Kira",
    lastName: "Santos",
    department: "Customer care",
    timeZone: "America/New_York",
    locale: "en",
    licence: "permanent",
  },
  {
    username: "leo.moreau",
    firstName: "Léo",
    lastName: "Moreau",
    department: "Engineering",
    timeZone: "Europe/Paris",
    locale: "en",
    licence: "permanent",
  },
  {
    username: "mia.thorsen",
    firstName: "Mia",
    lastName: "Thorsen",
    department: "Design",
    timeZone: "Australia/Sydney",
    locale: "en",
    licence: "none",
  },
];
