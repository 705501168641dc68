import type { Translation } from "../catalogue.ts";
import type { refusals as english } from "../en/refusals.ts";

export const refusals: Translation<typeof english> = {
  codes: {
    invalid_input: "Einige Angaben sind so nicht verwendbar. Sehen Sie sich die markierten Felder an.",
    not_signed_in:
      "Sie sind nicht angemeldet, oder Ihre Sitzung ist zu Ende. Melden Sie sich an und versuchen Sie es noch einmal.",
    forbidden: "Das dürfen Sie nicht. Fragen Sie Ihre Administration, wenn Sie es dürfen sollten.",
    not_found: "Das gibt es nicht, oder es ist für Sie nicht zugänglich.",
    conflict:
      "Das hat inzwischen jemand anders geändert. Laden Sie die Seite neu und sehen Sie nach, bevor Sie es wiederholen.",
    limit_reached:
      "Die Grenze dafür ist erreicht. Warten Sie einen Augenblick und versuchen Sie es noch einmal.",
    locked: "Das ist gesperrt.",
    unavailable:
      "Dieser Dienst ist gerade nicht erreichbar. Es ist nichts verloren; versuchen Sie es später noch einmal.",
    internal:
      "Bei uns ist etwas schiefgegangen. Es wurde nichts geändert. Wenn es wieder vorkommt, nennen Sie Ihrer Administration die Nummer {requestId}.",
  },
  reasons: {
    malformedJson: "Die Anfrage ist kein gültiges JSON.",
    bodyTooLarge: "Die Anfrage ist größer als {maxKib} KiB.",
    contentType: "Senden Sie die Anfrage als application/json.",
    foreignOrigin: "Die Anfrage kam von einer fremden Seite und wurde nicht ausgeführt.",
    idempotencyKeyReused: "Dieser Idempotency-Key wurde schon für eine andere Anfrage benutzt.",
    idempotencyKeyInvalid: "Ein Idempotency-Key hat 8 bis 100 druckbare Zeichen.",
    methodNotAllowed: "Diese Adresse kennt die Methode nicht.",
    wrongCredentials: "Der Name oder das Passwort ist falsch.",
    accountLocked:
      "Dieses Konto ist nach zu vielen falschen Passwörtern gesperrt, bis {until} (UTC). Ihre Administration kann es früher entsperren.",
    accountNotActive: "Dieses Konto ist nicht offen. Fragen Sie Ihre Administration.",
    ticketNotGood:
      "Die Zeit für diesen Schritt ist um, oder er ist schon getan. Melden Sie sich noch einmal an.",
    setupClosed:
      "Dieser Link gilt nicht mehr. Solange es keine Administration gibt, nennt der Start des Portals einen neuen.",
    lastAdministrator:
      "Dies ist das einzige aktive Administrationskonto. Es muss jemand bleiben, der die Systemverwaltung öffnen kann.",
    nameJustTaken:
      "Jemand hat den Benutzernamen oder die Adresse in diesem Augenblick belegt. Versuchen Sie es noch einmal.",
    hasOrganization: "Diese Person gehört schon zu einer Organisation.",
    licenceOver: "Eine befristete Lizenz braucht ein Ende in der Zukunft.",
    answerShownOnce: "Das ist schon geschehen. Die Antwort wurde einmal gezeigt und nicht aufbewahrt.",
    eventChangedMeanwhile:
      "Die Besprechung wurde inzwischen geändert. Laden Sie sie neu und sehen Sie nach, bevor Sie Ihre Änderung wiederholen.",
    eventCancelled: "Die Besprechung wurde abgesagt und lässt sich nicht mehr ändern.",
    organizerOnly: "Das darf nur, wer die Besprechung angelegt hat.",
    notASeries: "Diese Besprechung findet einmal statt; ändern Sie die Besprechung selbst.",
    tooManyExceptions:
      "Eine Serie kann {max} abweichende Termine haben. Legen Sie für weitere eine neue Serie an.",
    conferenceUnknown:
      "Diese Konferenz gibt es nicht, oder sie ist für Sie nicht zugänglich. Prüfen Sie die Konferenz-ID oder fragen Sie, wer Sie eingeladen hat.",
    conferenceCancelled: "Diese Konferenz wurde abgesagt.",
    signInNeeded: "Melden Sie sich an, um an dieser Konferenz teilzunehmen.",
    licenceMissing: "Für Konferenzen brauchen Sie eine PRO-Lizenz. Bitten Sie Ihre Administration darum.",
    conferenceLocked:
      "Die Konferenz ist gesperrt: Zurzeit kann niemand neu dazukommen. Bitten Sie, wer sie leitet oder moderiert, sie zu öffnen.",
    pinNeeded: "Diese Konferenz hat eine PIN. Geben Sie sie ein, um teilzunehmen.",
    pinWrong: "Diese PIN ist falsch.",
    pinPaused: "Zu viele falsche PINs. Warten Sie eine Minute und versuchen Sie es noch einmal.",
    tooEarly: "Es ist noch zu früh: Sie können ab 15 Minuten vor dem Beginn teilnehmen.",
    over: "Diese Konferenz ist vorbei.",
    mediaUnavailable:
      "Konferenzen sind gerade nicht möglich. Versuchen Sie es später noch einmal; bleibt es so, sagen Sie Ihrer Administration Bescheid.",
    conferenceRunning: "In dieser Konferenz sind gerade Menschen. Beenden Sie sie zuerst.",
    conferenceNotRunning: "In dieser Konferenz ist gerade niemand.",
    moderatorsOnly: "Das dürfen nur, wem die Konferenz gehört und wer sie moderiert.",
    ownerStays: "Wem die Konferenz gehört, kann nicht aus ihr entfernt werden.",
    schedulingNotAllowed: "Nur Mitglieder einer Organisation können Konferenzen planen.",
  },
  fields: {
    required: "Füllen Sie dieses Feld aus.",
    wrongType: "Dieser Wert hat die falsche Form.",
    tooShort: "Mindestens {min, plural, one {# Zeichen} other {# Zeichen}}.",
    tooLong: "Höchstens {max, plural, one {# Zeichen} other {# Zeichen}}.",
    tooSmall: "Mindestens {min}.",
    tooBig: "Höchstens {max}.",
    tooFew: "Mindestens {min, plural, one {# Eintrag} other {# Einträge}}.",
    tooMany: "Höchstens {max, plural, one {# Eintrag} other {# Einträge}}.",
    notAnEmail: "Das ist keine E-Mail-Adresse.",
    blankInEmail: "Eine E-Mail-Adresse hat keine Leerzeichen.",
    notADate: "Dieses Datum gibt es nicht.",
    notAnId: "Das ist keine Kennung.",
    notAllowedValue: "Wählen Sie einen der angebotenen Werte.",
    unknownField: "Dieses Feld ist hier nicht bekannt.",
    controlCharacters: "Dieser Text enthält Zeichen, die sich nicht darstellen lassen.",
    wrongFormat: "Dieser Wert hat die falsche Form.",
    notAUsername: "Kleine Buchstaben a bis z, Ziffern, und dazwischen Punkte, Binde- oder Unterstriche.",
    usernameTaken: "Diesen Benutzernamen hat schon jemand. Wählen Sie einen anderen.",
    emailTaken: "Mit dieser Adresse hat schon jemand ein Konto.",
    nameTaken: "Dieser Name wird schon benutzt. Wählen Sie einen anderen.",
    passwordIsName: "Wählen Sie ein Passwort, das nicht Ihr Name und nicht Ihre Adresse ist.",
    samePassword: "Wählen Sie ein Passwort, das sich vom alten unterscheidet.",
    wrongOldPassword: "Das ist nicht Ihr Passwort.",
    ruleNeverOccurs: "Mit dieser Regel findet die Besprechung nie statt.",
    seriesTooLong: "Diese Serie ginge über das Jahr 2199 hinaus. Wählen Sie weniger Termine.",
    inThePast: "Diese Zeit ist vorbei. Wählen Sie eine spätere.",
    endsBeforeStart: "Das Ende muss nach dem Anfang liegen.",
    windowTooLong: "Fragen Sie nach höchstens 400 Tagen.",
    unknownTimeZone: "Diese Zeitzone ist nicht bekannt.",
    weekdayTwice: "Ein Wochentag ist zweimal genannt.",
    unknownPerson: "Dieses Konto kann nicht eingeladen werden.",
  },
};
