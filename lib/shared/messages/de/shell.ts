import type { Translation } from "../catalogue.ts";
import type { shell as english } from "../en/shell.ts";

export const shell: Translation<typeof english> = {
  skipToContent: "Zum Inhalt springen",
  sections: "Bereiche",
  home: "Start",
  meetings: "Besprechungen",
  rooms: "Virtuelle Räume",
  calls: "Anrufliste",
  directory: "Verzeichnis",
  settings: "Einstellungen",
  controlPanel: "Verwaltung",
  backToPortal: "Zurück zum Portal",
  profileSettings: "Profileinstellungen",
  downloadApplication: "Anwendung herunterladen",
  signOut: "Abmelden",
  notFound: {
    title: "Hier ist nichts",
    text: "Die Adresse stimmt nicht, oder die Seite ist für Sie nicht zugänglich.",
    action: "Zur Startseite",
    signIn: "Anmelden",
  },
  failed: {
    title: "Diese Seite ließ sich nicht anzeigen",
    text: "Bei uns ist etwas schiefgegangen. Was Sie vorher gespeichert haben, ist sicher. Versuchen Sie es noch einmal; wenn es so bleibt, sagen Sie Ihrer Administration Bescheid.",
    number: "Nummer des Fehlers: {digest}",
    action: "Noch einmal versuchen",
  },
  offline: {
    lost: "Die Verbindung ist unterbrochen. Was Sie sehen, kann veraltet sein; sie kommt von selbst wieder.",
    back: "Die Verbindung ist wieder da.",
  },
  problem: {
    offline:
      "Das Portal ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal; es ist nichts verloren.",
    internal: "Bei uns ist etwas schiefgegangen. Es wurde nichts geändert.",
  },
};
