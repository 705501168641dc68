import type { Translation } from "../catalogue.ts";
import type { mails as english } from "../en/mails.ts";

export const mails: Translation<typeof english> = {
  subject: {
    invitation: "Einladung: {title}, {when}",
    change: "Geändert: {title}, {when}",
    move: "Neue Zeit: {title}, {when}",
    cancellation: "Abgesagt: {title}, {when}",
    removal: "Sie sind nicht mehr eingeladen: {title}, {when}",
    occurrenceChange: "Ein Termin geändert: {title}, {when}",
    occurrenceRestoration: "Findet doch statt: {title}, {when}",
    occurrenceCancellation: "Ein Termin abgesagt: {title}, {when}",
  },
  lead: {
    invitation: "{organizer} lädt Sie zu einer Besprechung ein.",
    change: "{organizer} hat die Besprechung geändert. So gilt sie jetzt.",
    move: "{organizer} hat die Besprechung auf eine andere Zeit verlegt. So gilt sie jetzt.",
    cancellation: "{organizer} hat die Besprechung abgesagt. Sie findet nicht statt.",
    seriesCancellation: "{organizer} hat die Serie abgesagt. Keiner ihrer Termine findet mehr statt.",
    removal: "{organizer} hat Sie von dieser Besprechung ausgeladen. Sie findet ohne Sie statt.",
    occurrenceChange:
      "{organizer} hat einen Termin der Serie geändert, geplant war er für {planned}. Die anderen bleiben, wie sie sind.",
    occurrenceRestoration:
      "{organizer} hat eine Absage zurückgenommen: Dieser Termin der Serie findet doch statt.",
    occurrenceCancellation:
      "{organizer} hat einen Termin der Serie abgesagt. Die anderen bleiben, wie sie sind.",
  },
  fact: {
    when: "Wann",
    repeats: "Wiederholung",
    where: "Wo",
    organizer: "Eingeladen von",
    about: "Worum es geht",
  },
  clock: "Die Serie richtet sich nach der Uhr von {timeZone}.",
  pin: {
    account: "Beim Beitreten wird nach einer PIN gefragt. Sie steht in Atrium auf der Karte der Besprechung.",
    address: "Beim Beitreten wird nach einer PIN gefragt. Fragen Sie {organizer} danach.",
  },
  join: {
    label: "Besprechung öffnen",
    hint: "Oder kopieren Sie diese Adresse in Ihren Browser:",
  },
  reason: {
    invited:
      "Sie bekommen diese Mail, weil {organizer} Sie als {address} eingeladen hat. Wenn Sie solche Mails nicht möchten, sagen Sie es {organizer}, indem Sie auf diese antworten.",
    removed:
      "Sie bekommen diese Mail, weil Sie als {address} eingeladen waren. Weitere Mails zu dieser Besprechung folgen nicht.",
  },
};
