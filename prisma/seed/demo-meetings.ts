import type { RecurrenceRule } from "#lib/calendar/recurrence-rule";

/** A meeting of the demo, placed relative to the day on which the demo is made. */
export type DemoMeeting = {
  readonly title: string;
  readonly organizer: string;
  readonly people: readonly string[];
  readonly moderators?: readonly string[];
  readonly byMail?: readonly string[];
  /** Days from the demo's day; a series starts there. */
  readonly day: number;
  /** Wall clock in the organizer's zone. */
  readonly time: string;
  readonly minutes: number;
  readonly rule?: RecurrenceRule;
  readonly location?: string;
  readonly description?: string;
  readonly access?: "PRIVATE" | "PUBLIC";
  readonly pin?: string;
  readonly isRecordingPlanned?: boolean;
  /** Occurrences moved by minutes, named by their number in the series, from 0. */
  readonly moved?: Readonly<Record<number, number>>;
  /** Occurrences that do not take place, named likewise. */
  readonly cancelled?: readonly number[];
};

const never = { kind: "never" } as const;
const weekly = (...weekdays: ("MO" | "TU" | "WE" | "TH" | "FR")[]): RecurrenceRule => ({
  frequency: "weekly",
  interval: 1,
  weekdays,
  ends: never,
});
const workdays = weekly("MO", "TU", "WE", "TH", "FR");

export const demoMeetings: readonly DemoMeeting[] = [
  {
    title: "Weekly planning",
    organizer: "ada.lindqvist",
    people: ["ben.okafor", "cleo.marchetti", "dan.ueda", "gita.rao"],
    moderators: ["ben.okafor"],
    day: -21,
    time: "09:00",
    minutes: 60,
    rule: { frequency: "weekly", interval: 1, ends: never },
    moved: { 2: 90 },
    cancelled: [4],
  },
  {
    title: "Stand-up, Engineering",
    organizer: "ben.okafor",
    people: ["ada.lindqvist", "dan.ueda", "gita.rao", "leo.moreau"],
    day: -10,
    time: "09:15",
    minutes: 15,
    rule: workdays,
  },
  {
    title: "Interview, N. Karlsson",
    organizer: "ada.lindqvist",
    people: ["cleo.marchetti"],
    byMail: ["n.karlsson@example.org"],
    day: 0,
    time: "11:30",
    minutes: 45,
    location: "Room Linden, or online",
  },
  {
    title: "Release review",
    organizer: "cleo.marchetti",
    people: ["ada.lindqvist", "ben.okafor", "eva.novak"],
    moderators: ["ada.lindqvist"],
    day: 0,
    time: "14:00",
    minutes: 90,
    isRecordingPlanned: true,
  },
  {
    title: "Customer round",
    organizer: "hugo.brandt",
    people: ["finn.aalto", "jonas.weber", "kira.santos", "ada.lindqvist"],
    day: 0,
    time: "16:00",
    minutes: 45,
  },
  {
    title: "Evening handover to Sydney",
    organizer: "mia.thorsen",
    people: ["ada.lindqvist", "eva.novak"],
    day: 1,
    time: "07:30",
    minutes: 30,
    rule: { frequency: "weekly", interval: 2, ends: never },
  },
  {
    title: "Design critique",
    organizer: "eva.novak",
    people: ["cleo.marchetti", "ines.duarte", "mia.thorsen", "ada.lindqvist"],
    day: -14,
    time: "15:00",
    minutes: 60,
    rule: weekly("TU", "TH"),
    cancelled: [3],
  },
  {
    title: "Budget of the quarter",
    organizer: "finn.aalto",
    people: ["ada.lindqvist", "hugo.brandt"],
    day: 2,
    time: "10:00",
    minutes: 60,
    pin: "482913",
  },
  {
    title: "All hands",
    organizer: "ada.lindqvist",
    people: [
      "ben.okafor",
      "cleo.marchetti",
      "dan.ueda",
      "eva.novak",
      "finn.aalto",
      "gita.rao",
      "hugo.brandt",
      "ines.duarte",
      "jonas.weber",
      "kira.santos",
      "leo.moreau",
      "mia.thorsen",
    ],
    day: -30,
    time: "13:00",
    minutes: 60,
    rule: {
      frequency: "monthly",
      interval: 1,
      monthly: { by: "weekday", position: 1, weekday: "WE" },
      ends: never,
    },
    isRecordingPlanned: true,
  },
  {
    title: "Month-end closing",
    organizer: "finn.aalto",
    people: ["hugo.brandt", "kira.santos"],
    day: -40,
    time: "17:00",
    minutes: 30,
    rule: {
      frequency: "monthly",
      interval: 1,
      monthly: { by: "weekday", position: -1, weekday: "FR" },
      ends: never,
    },
  },
  {
    title: "Open consultation",
    organizer: "kira.santos",
    people: ["finn.aalto", "ada.lindqvist"],
    day: 1,
    time: "10:00",
    minutes: 120,
    access: "PUBLIC",
    rule: { frequency: "weekly", interval: 1, ends: { kind: "count", count: 8 } },
  },
  {
    title: "Architecture talk",
    organizer: "gita.rao",
    people: ["ada.lindqvist", "ben.okafor", "dan.ueda", "leo.moreau"],
    day: 3,
    time: "14:30",
    minutes: 60,
    description: "How the media path grows past one machine. Bring the open questions of last time.",
  },
  {
    title: "One to one, Ada and Ben",
    organizer: "ada.lindqvist",
    people: ["ben.okafor"],
    day: 1,
    time: "16:00",
    minutes: 30,
    rule: { frequency: "weekly", interval: 2, ends: never },
  },
  {
    title: "Workshop: error messages",
    organizer: "ines.duarte",
    people: ["cleo.marchetti", "eva.novak", "ada.lindqvist"],
    day: 4,
    time: "09:00",
    minutes: 180,
    location: "Studio",
  },
  {
    title: "Tokyo and Berlin",
    organizer: "dan.ueda",
    people: ["ada.lindqvist", "leo.moreau"],
    day: -7,
    time: "17:00",
    minutes: 45,
    rule: weekly("WE"),
    moved: { 1: -60 },
  },
  {
    title: "Retrospective",
    organizer: "ben.okafor",
    people: ["ada.lindqvist", "dan.ueda", "gita.rao", "leo.moreau"],
    day: -9,
    time: "15:00",
    minutes: 60,
    rule: { frequency: "weekly", interval: 2, ends: never },
  },
  {
    title: "Customer care rota",
    organizer: "hugo.brandt",
    people: ["finn.aalto", "jonas.weber", "kira.santos"],
    day: -3,
    time: "08:30",
    minutes: 15,
    rule: workdays,
  },
  {
    title: "Visit of the auditors",
    organizer: "ada.lindqvist",
    people: ["finn.aalto", "hugo.brandt"],
    day: 8,
    time: "10:00",
    minutes: 240,
    location: "Main building",
  },
  {
    title: "Founding day",
    organizer: "ada.lindqvist",
    people: ["ben.okafor", "cleo.marchetti", "hugo.brandt"],
    day: 12,
    time: "18:00",
    minutes: 120,
    rule: { frequency: "yearly", interval: 1, ends: never },
  },
  {
    title: "Late call with New York",
    organizer: "kira.santos",
    people: ["ada.lindqvist", "gita.rao"],
    day: 0,
    time: "17:30",
    minutes: 60,
  },
];

export type DemoRoom = {
  readonly title: string;
  readonly owner: string;
  readonly people: readonly string[];
  readonly pin?: string;
  readonly access?: "PRIVATE" | "PUBLIC";
};

export const demoRooms: readonly DemoRoom[] = [
  {
    title: "Team room",
    owner: "ada.lindqvist",
    people: ["ben.okafor", "dan.ueda", "gita.rao", "leo.moreau"],
  },
  {
    title: "Reception",
    owner: "hugo.brandt",
    people: ["finn.aalto", "kira.santos", "ada.lindqvist"],
    access: "PUBLIC",
  },
  {
    title: "Design studio",
    owner: "cleo.marchetti",
    people: ["eva.novak", "ines.duarte", "mia.thorsen", "ada.lindqvist"],
  },
  { title: "Quiet corner", owner: "eva.novak", people: ["cleo.marchetti"], pin: "7341" },
  { title: "Customer care desk", owner: "finn.aalto", people: ["hugo.brandt", "jonas.weber", "kira.santos"] },
  {
    title: "Coffee kitchen",
    owner: "ben.okafor",
    people: ["ada.lindqvist", "cleo.marchetti", "dan.ueda", "eva.novak", "finn.aalto", "gita.rao"],
  },
];
