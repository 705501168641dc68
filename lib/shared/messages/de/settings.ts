import type { Translation } from "../catalogue.ts";
import type { settings as english } from "../en/settings.ts";

export const settings: Translation<typeof english> = {
  region: {
    title: "Sprache und Zeitzone",
    language: "Sprache",
    languageHelp: "Der Seiten, und der E-Mails an Sie.",
    browser: "Wie der Browser es wünscht",
    en: "English",
    de: "Deutsch",
    timeZone: "Zeitzone",
    timeZoneHelp: "Alle Zeiten werden in ihr gezeigt.",
    save: "Sprache und Zeitzone speichern",
    saved: "Sprache und Zeitzone sind gespeichert.",
  },
  password: {
    title: "Passwort",
    note: "Wer es ändert, wird auf allen anderen Geräten abgemeldet.",
    old: "Ihr jetziges Passwort",
    new: "Neues Passwort",
    rule: "Mindestens {min} Zeichen, und nicht Ihr Name oder Ihre Adresse.",
    change: "Passwort ändern",
    repeat: "Neues Passwort noch einmal",
    apply: "Übernehmen",
    required: "Füllen Sie dieses Feld aus.",
    differs: "Das ist nicht dasselbe wie das neue Passwort.",
    saved: "Das Passwort ist geändert. Alle anderen Geräte sind abgemeldet.",
  },
};
