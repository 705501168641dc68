/** Words of mails about meetings. */
export const mails = {
  subject: {
    invitation: "Invitation: {title}, {when}",
    change: "Changed: {title}, {when}",
    move: "New time: {title}, {when}",
    cancellation: "Cancelled: {title}, {when}",
    removal: "You are no longer invited: {title}, {when}",
    occurrenceChange: "One date changed: {title}, {when}",
    occurrenceRestoration: "Takes place after all: {title}, {when}",
    occurrenceCancellation: "One date cancelled: {title}, {when}",
  },
  lead: {
    invitation: "{organizer} invites you to a meeting.",
    change: "{organizer} changed the meeting. This is how it stands now.",
    move: "{organizer} moved the meeting to another time. This is how it stands now.",
    cancellation: "{organizer} cancelled the meeting. It does not take place.",
    seriesCancellation: "{organizer} cancelled the series. None of its dates takes place any more.",
    removal: "{organizer} removed you from this meeting. It takes place without you.",
    occurrenceChange:
      "{organizer} changed one date of the series, the one planned for {planned}. The others stay as they are.",
    occurrenceRestoration:
      "{organizer} took a cancellation back: this date of the series takes place after all.",
    occurrenceCancellation: "{organizer} cancelled one date of the series. The others stay as they are.",
  },
  fact: {
    when: "When",
    repeats: "Repeats",
    where: "Where",
    organizer: "Organizer",
    about: "About",
  },
  clock: "The series keeps to the clock of {timeZone}.",
  pin: {
    account: "A PIN is asked for when you join. You find it on the card of the meeting in Atrium.",
    address: "A PIN is asked for when you join. Ask {organizer} for it.",
  },
  join: {
    label: "Open the meeting",
    hint: "Or copy this address into your browser:",
  },
  reason: {
    invited:
      "You get this mail because {organizer} invited you as {address}. If you do not want such mails, tell {organizer} by answering this one.",
    removed:
      "You get this mail because you were invited as {address}. No more mails about this meeting follow.",
  },
};
