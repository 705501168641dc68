import type { Translation } from "../catalogue.ts";
import type { accounts as english } from "../en/accounts.ts";

export const accounts: Translation<typeof english> = {
  guest: {
    title: "Besprechungen im eigenen Haus",
    text: "Besprechungen planen, Leute einladen, einander sehen und hören. Alles bleibt auf diesem Server.",
    menu: "Kontomenü",
  },
  signIn: {
    title: "Anmelden",
    name: "Benutzername oder E-Mail-Adresse",
    password: "Passwort",
    action: "Anmelden",
    sending: "Wird angemeldet",
    locked:
      "Dieses Konto ist nach zu vielen falschen Passwörtern gesperrt, bis {until}. Ihre Administration kann es früher entsperren.",
  },
  firstPassword: {
    title: "Eigenes Passwort wählen",
    text: "Sie haben sich mit einem Passwort angemeldet, das Ihnen jemand gegeben hat. Ersetzen Sie es durch eines, das nur Sie kennen.",
    password: "Neues Passwort",
    rule: "Mindestens {min} Zeichen, und nicht Ihr Name oder Ihre Adresse.",
    action: "Speichern und weiter",
    sending: "Wird gespeichert",
    again: "Noch einmal anmelden",
  },
  setup: {
    title: "Atrium einrichten",
    text: "Sie legen das erste Konto an. Es betreibt das Portal: Es legt Konten an, vergibt Lizenzen und entsperrt.",
    organization: "Name Ihrer Organisation",
    firstName: "Vorname",
    lastName: "Nachname",
    email: "E-Mail-Adresse",
    username: "Benutzername",
    usernameHelp: "Aus Ihren Namen gebildet; Sie können ihn jetzt ändern, später nicht.",
    password: "Passwort",
    passwordRule: "Mindestens {min} Zeichen, und nicht Ihr Name oder Ihre Adresse.",
    action: "Einrichten und anmelden",
    sending: "Wird eingerichtet",
    closedTitle: "Dieser Link gilt nicht mehr",
    closedText:
      "Er ist verbraucht oder zu alt. Solange es keine Administration gibt, nennt der Start des Portals einen neuen.",
    closedAction: "Zur Anmeldung",
  },
  form: {
    showPassword: "Passwort zeigen",
    hidePassword: "Passwort verbergen",
    offline: "Das Portal ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    failed:
      "Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; kommt es wieder vor, sagen Sie es Ihrer Administration.",
  },
};
