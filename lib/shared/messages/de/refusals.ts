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
    tooOften:
      "Das wurde in kurzer Zeit zu oft versucht. Versuchen Sie es in {minutes, plural, one {# Minute} other {# Minuten}} noch einmal.",
    personalDataClosed: "Ihre Namen und Kontaktdaten verwaltet die Administration.",
    emailClosed: "Die E-Mail-Adresse verwaltet die Administration.",
    emailLinkNotGood:
      "Dieser Link funktioniert nicht mehr: Er ist verwendet, ersetzt oder zu alt. Fordern Sie in Ihren Einstellungen einen neuen an.",
    emailTakenMeanwhile: "Ein anderes Konto hat diese Adresse inzwischen erhalten. Es wurde nichts geändert.",
    noEmailChange: "Keine neue Adresse wartet auf Bestätigung.",
    contactRequestOpen:
      "Ihre Anfrage an diese Adresse ist noch offen. Sie können sie stattdessen noch einmal senden.",
    contactRequestCrossing:
      "{name} hat Sie schon gefragt. Nehmen Sie diese Anfrage an, statt eine zu senden.",
    contactRequestDeclinedLately:
      "Ihre letzte Anfrage an diese Adresse wurde abgelehnt. Sie können wieder fragen, wenn {days, plural, one {# Tag} other {# Tage}} vorbei sind.",
    contactRequestsUsedUp:
      "Sie können innerhalb von 24 Stunden {max, plural, one {# Anfrage} other {# Anfragen}} senden, und sie sind aufgebraucht. Versuchen Sie es später noch einmal.",
    contactRequestMailsUsedUp:
      "Diese Anfrage wurde {max, plural, one {# Mal} other {# Mal}} gemailt. Weitere Mails gehen für sie nicht hinaus.",
    contactRequestSentJustNow:
      "Diese Anfrage wurde eben erst gemailt. Warten Sie eine Minute, bevor Sie sie noch einmal senden.",
    contactRequestAccepted: "Diese Anfrage ist schon angenommen.",
    contactRequestDeclined: "Diese Anfrage wurde abgelehnt.",
    contactRequestWithdrawn: "Diese Anfrage wurde zurückgezogen.",
    contactRequestExpired: "Die Zeit dieser Anfrage ist um. Es braucht eine neue.",
    contactRequestUnknown: "Diese Anfrage oder ihr Link ist nicht bekannt.",
    contactRequestForOther: "Diese Anfrage gilt einer anderen E-Mail-Adresse als der Ihres Kontos.",
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
    accountNotActivated:
      "Dieses Konto ist noch nicht aktiviert. Öffnen Sie den Link in der Mail, die an seine Adresse ging, und melden Sie sich dann an.",
    termsChanged:
      "In diesem Moment wurden neue Nutzungsbedingungen veröffentlicht. Laden Sie die Seite neu und lesen Sie sie.",
    secondFactorOn: "Der zweite Faktor ist schon ein.",
    secondFactorOff: "Der zweite Faktor ist aus.",
    secondFactorNotBegun: "Beginnen Sie von vorn: Es wartet kein Authentifikator auf seinen ersten Code.",
    passwordChangeOff: "Passwörter ändert die Administration. Bitten Sie dort um ein neues.",
    passwordLinkClosed: "Dieser Link gilt nicht mehr: Er ist benutzt, ersetzt oder zu alt.",
    passwordLinkUnknown:
      "Dieser Link ist nicht bekannt. Öffnen Sie die neueste Mail, oder lassen Sie sich eine neue senden.",
    registrationByInvitation:
      "Konten gibt es hier nur mit einer Einladung. Öffnen Sie den Link in der Mail, die Sie bekommen haben.",
    registrationClosed: "Hier kann sich niemand registrieren. Bitten Sie die Administration um ein Konto.",
    activationLinkUnknown:
      "Diesen Aktivierungslink kennt das Portal nicht. Öffnen Sie den neuesten, den Sie bekommen haben.",
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
    ownerOnly: "Das darf nur der Inhaber.",
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
    managersOnly: "Das dürfen nur Administratoren der Organisation.",
    upgradedAlready: "Dieses Konto gehört schon zu einer Organisation.",
    lastOrganizationAdmin:
      "Das ist der einzige aktive Administrator. Machen Sie zuerst jemand anderen dazu: Eine Organisation braucht einen.",
    accountOpenAlready:
      "Diese Person hat sich schon angemeldet und braucht keinen neuen Link. Ein vergessenes Passwort wird bei der Anmeldung zurückgesetzt.",
    subscribedAlready: "Ihre Organisation ist schon angemeldet.",
    invitationGone: "Diese Einladung gilt nicht mehr. Bitten Sie um eine neue.",
    invitationNotOpen: "Diese Einladung ist nicht mehr offen. Bitten Sie um eine neue.",
    invitationSettled:
      "Diese Einladung wurde schon beantwortet. Laden Sie die Person neu ein, wenn Sie das noch möchten.",
    invitationOpen:
      "An diese Adresse gibt es schon eine offene Einladung. Senden Sie stattdessen diese noch einmal.",
    invitationForAnother:
      "Diese Einladung gilt einer anderen Adresse als der Ihres Kontos. Es wurde nichts geändert.",
    addressNotConfirmed:
      "Die Adresse Ihres Kontos ist noch nicht bestätigt. Öffnen Sie zuerst den Link in der E-Mail.",
    resendPause:
      "Das wurde eben erst gesendet. Warten Sie {seconds, plural, one {# Sekunde} other {# Sekunden}} und senden Sie es dann noch einmal.",
    memberAlready: "Diese Person ist schon Mitglied Ihrer Organisation.",
    memberElsewhere: "Diese Person gehört zu einer anderen Organisation und kann nicht eingeladen werden.",
    youAreMember: "Sie sind schon Mitglied dieser Organisation.",
    youAreMemberElsewhere:
      "Sie gehören schon zu einer anderen Organisation, und eine Person kann nur in einer sein. Es wurde nichts geändert.",
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
    notAUrl: "Das ist keine Adresse einer Seite. Sie beginnt mit https:// oder http://.",
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
    ownAddress: "Das ist Ihre eigene Adresse.",
    alreadyContact: "Diese Person ist schon unter Ihren Kontakten.",
    samePassword: "Wählen Sie ein Passwort, das sich vom alten unterscheidet.",
    sameEmail: "Das ist bereits Ihre Adresse.",
    fileTooLarge: "Diese Datei ist größer als {maxMb} MB. Wählen Sie eine kleinere.",
    notAPicture: "Nur Bilder in PNG, JPEG oder WebP sind möglich.",
    pictureTooLarge: "Dieses Bild hat zu viele Bildpunkte. Wählen Sie ein kleineres.",
    pictureBroken: "Dieses Bild ist beschädigt und lässt sich nicht lesen. Wählen Sie ein anderes.",
    wrongCode:
      "Dieser Code ist nicht richtig oder gilt nicht mehr. Geben Sie den ein, der jetzt gezeigt wird.",
    codeUsed: "Dieser Code wurde schon benutzt. Warten Sie auf den nächsten.",
    wrongOldPassword: "Das ist nicht Ihr Passwort.",
    ruleNeverOccurs: "Mit dieser Regel findet die Besprechung nie statt.",
    seriesTooLong: "Diese Serie ginge über das Jahr 2199 hinaus. Wählen Sie weniger Termine.",
    inThePast: "Diese Zeit ist vorbei. Wählen Sie eine spätere.",
    endsBeforeStart: "Das Ende muss nach dem Anfang liegen.",
    windowTooLong: "Fragen Sie nach höchstens 400 Tagen.",
    unknownTimeZone: "Diese Zeitzone ist nicht bekannt.",
    weekdayTwice: "Ein Wochentag ist zweimal genannt.",
    unknownPerson: "Dieses Konto kann nicht eingeladen werden.",
    notAWebsite: "Geben Sie eine ganze Adresse ein, die mit http:// oder https:// beginnt.",
    notASlug: "Kleine Buchstaben a bis z, Ziffern und dazwischen Bindestriche.",
  },
};
