import type { Translation } from "../catalogue.ts";
import type { common as english } from "../en/common.ts";

export const common: Translation<typeof english> = {
  productName: "Atrium",
  save: "Speichern",
  cancel: "Abbrechen",
  close: "Schließen",
  back: "Zurück",
  edit: "Bearbeiten",
  create: "Anlegen",
  copy: "Kopieren",
  copied: "Kopiert",
  tryAgain: "Noch einmal versuchen",
  loading: "Wird geladen",
  required: "Pflichtfeld",
  optional: "Freiwillig",
  search: "Suchen",
  more: "Weitere Aktionen",
  yes: "Ja",
  no: "Nein",
  saved: "Gespeichert",
  paging: {
    label: "Seiten der Liste",
    range: "{from} bis {to} von {total}",
    previous: "Vorige Seite",
    next: "Nächste Seite",
  },
};
