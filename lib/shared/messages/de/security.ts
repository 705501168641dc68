import type { Translation } from "../catalogue.ts";
import type { security as english } from "../en/security.ts";

export const security: Translation<typeof english> = {
  signIn: {
    forgot: "Passwort vergessen?",
    notActivated:
      "Dieses Konto ist noch nicht aktiviert. Öffnen Sie den Link in der Mail, die an seine Adresse ging, und melden Sie sich dann an.",
    again: "Mail noch einmal senden",
    againByAddress:
      "Um die Mail noch einmal zu bekommen, geben Sie statt des Benutzernamens Ihre E-Mail-Adresse ein und melden sich an.",
    sendingAgain: "Wird gesendet",
    sentAgain: "Noch einmal gesendet. Sehen Sie auch im Spam-Ordner nach; nur der neueste Link gilt.",
    help: "Hilfe: {contact}",
    lockedWithHelp:
      "Dieses Konto ist nach zu vielen Fehlversuchen gesperrt, bis {until}. Ihre Administration kann es früher entsperren: {contact}",
    passwordSet: "Ihr Passwort ist gesetzt. Melden Sie sich damit an.",
  },
  step: {
    title: "Zweiter Faktor",
    text: "Öffnen Sie die Authentifikator-App auf Ihrem Telefon und geben Sie den Code ein, den sie für Atrium zeigt.",
    code: "Code des Authentifikators",
    codeHelp: "Sechs Ziffern; alle 30 Sekunden erscheint ein neuer Code.",
    action: "Weiter",
    sending: "Wird geprüft",
    useRecovery: "Stattdessen einen Wiederherstellungscode nehmen",
    recoveryText:
      "Geben Sie einen der Wiederherstellungscodes ein, die Sie beim Einschalten des zweiten Faktors aufbewahrt haben.",
    recovery: "Wiederherstellungscode",
    recoveryHelp: "Jeder gilt einmal. Groß- und Kleinschreibung und Bindestriche sind gleich.",
    useAuthenticator: "Stattdessen den Authentifikator nehmen",
    lost: "Beides nicht zur Hand? Ihre Administration kann den zweiten Faktor für Sie ausschalten.",
    again: "Noch einmal anmelden",
  },
  terms: {
    title: "Nutzungsbedingungen",
    text: "Lesen Sie die Nutzungsbedingungen und nehmen Sie sie an, um weiterzukommen. Ohne das öffnet Ihr Konto nichts.",
    changed:
      "Die Nutzungsbedingungen wurden geändert. Lesen Sie die neuen und nehmen Sie sie an, um weiterzukommen.",
    region: "Text der Nutzungsbedingungen",
    version: "Version {number}",
    published: "Version {number}, {date}",
    accept: "Annehmen",
    sending: "Einen Moment",
    decline: "Ablehnen und abmelden",
    again: "Noch einmal anmelden",
    reload: "Neue Fassung lesen",
    signIn: "Zur Anmeldung",
  },
  forgot: {
    title: "Passwort vergessen?",
    text: "Geben Sie Ihren Benutzernamen oder Ihre E-Mail-Adresse ein. Wenn es ein Konto gibt, geht eine Mail mit einem Link für ein neues Passwort an seine Adresse.",
    name: "Benutzername oder E-Mail-Adresse",
    action: "Mail senden",
    sending: "Wird gesendet",
    sentTitle: "Sehen Sie in Ihre Mails",
    sent: "Wenn es ein Konto mit diesem Namen gibt, ist eine Mail an seine Adresse unterwegs. Der Link darin gilt einmal, eine Stunde lang.",
    spam: "Keine Mail? Sehen Sie auch im Spam-Ordner nach. Es kann einige Minuten dauern.",
    back: "Zurück zur Anmeldung",
    closedTitle: "Passwörter ändert die Administration",
    closed:
      "In diesem Portal ändert niemand das eigene Passwort. Bitten Sie Ihre Administration um ein neues.",
    another: "Anderen Namen eingeben",
  },
  choose: {
    resetTitle: "Neues Passwort wählen",
    resetText: "Wenn Sie es speichern, werden alle Geräte abgemeldet. Danach melden Sie sich an wie immer.",
    firstTitle: "Passwort wählen",
    firstText:
      "Für Sie wurde ein Konto angelegt. Wählen Sie das Passwort, mit dem Sie sich künftig anmelden.",
    username: "Benutzername",
    password: "Neues Passwort",
    rule: "Mindestens {min} Zeichen, und nicht Ihr Name oder Ihre Adresse.",
    action: "Passwort speichern",
    sending: "Wird gespeichert",
    checking: "Der Link wird geprüft.",
    signIn: "Anmelden",
    deadTitle: "Dieser Link gilt nicht mehr",
    used: "Er wurde schon benutzt. Wenn Sie Ihr Passwort kennen, melden Sie sich an; sonst lassen Sie sich eine neue Mail senden.",
    replaced:
      "Es gibt eine neuere Mail mit einem neueren Link. Öffnen Sie den, oder lassen Sie sich eine neue Mail senden.",
    expired: "Er ist zu alt. Lassen Sie sich eine neue Mail senden.",
    unknown:
      "Die Adresse ist nicht vollständig, oder der Link wurde zurückgenommen. Öffnen Sie die neueste Mail, oder lassen Sie sich eine neue senden.",
    askAgain: "Neue Mail senden",
    retry: "Noch einmal versuchen",
  },
  factor: {
    title: "Zweiter Faktor",
    note: "Ein Code von Ihrem Telefon, nach dem Passwort gefragt. Damit öffnet ein gestohlenes Passwort allein nichts.",
    off: "Aus. Die Anmeldung fragt nur nach Ihrem Passwort.",
    on: "Ein. Die Anmeldung fragt nach einem Code Ihres Authentifikators.",
    codesLeft:
      "{count, plural, =0 {Sie haben keine Wiederherstellungscodes mehr.} one {Sie haben noch # Wiederherstellungscode.} other {Sie haben noch # Wiederherstellungscodes.}}",
    fewCodes: "Machen Sie neue, sonst sind Sie ausgesperrt, wenn Sie Ihr Telefon verlieren.",
    enable: "Zwei-Faktor-Anmeldung einschalten",
    disable: "Zwei-Faktor-Anmeldung ausschalten",
    newCodes: "Neue Wiederherstellungscodes",
    install:
      "Installieren Sie eine Authentifikator-App auf Ihrem Smartphone, zum Beispiel Aegis, FreeOTP, Google Authenticator oder 2FAS.",
    scan: "Lesen Sie diesen QR-Code mit der App ein. Sie führt dann Atrium mit Ihrem Benutzernamen auf.",
    qrCode: "QR-Code für Ihre Authentifikator-App; darunter steht dasselbe als Text.",
    byHand: "Keine Kamera? Geben Sie diesen Schlüssel von Hand ein:",
    copyKey: "Schlüssel kopieren",
    type: "Geben Sie den Code ein, den die App jetzt zeigt.",
    code: "Code",
    codeHelp: "Sechs Ziffern",
    confirmEnable: "Einschalten",
    confirmDisable: "Ausschalten",
    confirmNewCodes: "Neue Codes machen",
    disableText:
      "Geben Sie den Code ein, den Ihr Authentifikator jetzt zeigt, oder einen Wiederherstellungscode, wenn Sie ihn verloren haben.",
    newCodesText:
      "Die Codes, die Sie jetzt haben, gelten dann nicht mehr. Geben Sie den Code ein, den Ihr Authentifikator jetzt zeigt.",
    cancel: "Abbrechen",
    disabled: "Der zweite Faktor ist aus.",
    locked: "Zu viele falsche Codes: Ihr Konto ist gesperrt, bis {until}.",
  },
  codes: {
    title: "Bewahren Sie diese Wiederherstellungscodes auf",
    text: "Jeder ersetzt Ihr Telefon einmal, wenn Sie es verlieren. Sie werden jetzt gezeigt und nie wieder. Bewahren Sie sie dort auf, wo Ihr Telefon nicht ist.",
    list: "Wiederherstellungscodes",
    copy: "Kopieren",
    download: "Als Textdatei herunterladen",
    print: "Drucken",
    done: "Ich habe sie aufbewahrt",
    fileHeading: "Atrium-Wiederherstellungscodes für {portal}. Jeder gilt einmal.",
  },
  sessions: {
    title: "Angemeldete Geräte",
    note: "Alle Browser, in denen Sie angemeldet sind. Melden Sie sich dort ab, wo Sie es nicht mehr sind.",
    device: "{browser} auf {system}",
    unknown: "Unbekanntes Gerät",
    current: "Dieser Browser",
    address: "Adresse {address}",
    signedIn: "Angemeldet {when}",
    lastSeen: "Zuletzt benutzt {when}",
    revoke: "Abmelden",
    revokeLabel: "{device} abmelden",
    revokeOthers: "Überall sonst abmelden",
    revokeTitle: "Überall sonst abmelden?",
    revokeText:
      "Alle Browser außer diesem müssen sich neu anmelden. Besprechungen, in denen sie sind, gehen ohne sie weiter.",
    revokeConfirm: "Überall sonst abmelden",
    keep: "So lassen",
    revoked: "Dieses Gerät ist abgemeldet.",
    othersRevoked: "Sie sind überall sonst abgemeldet.",
    onlyThis: "Sie sind nirgendwo sonst angemeldet.",
  },
  mail: {
    username: "Benutzername",
    when: "Wann",
    hint: "Oder kopieren Sie diese Adresse in Ihren Browser:",
    reset: {
      subject: "Neues Passwort für Atrium wählen",
      heading: "Neues Passwort wählen",
      text: "Jemand, vermutlich Sie, hat ein neues Passwort für Ihr Konto verlangt. Öffnen Sie den Link, um eines zu wählen.",
      action: "Neues Passwort wählen",
      lifetime: "Der Link gilt einmal, eine Stunde lang. Ein neuerer macht ihn ungültig.",
      ignore: "Wenn Sie das nicht verlangt haben, tun Sie nichts: Ihr Passwort bleibt, wie es ist.",
      reason:
        "Sie bekommen diese Mail, weil das Konto mit der Adresse {address} in Atrium auf der Seite für vergessene Passwörter genannt wurde.",
    },
    notice: {
      action: "Konto ansehen",
      notYou:
        "Wenn Sie das nicht waren, wählen Sie sofort ein neues Passwort und sagen Sie Ihrer Administration Bescheid.",
      reason:
        "Sie bekommen diese Mail, weil sich etwas an der Anmeldung zu Ihrem Konto {address} geändert hat. Sie lässt sich nicht abstellen.",
      secondFactorOn: {
        heading: "Der zweite Faktor wurde eingeschaltet",
        text: "Ab jetzt fragt Ihre Anmeldung nach einem Code Ihres Authentifikators. Bewahren Sie Ihre Wiederherstellungscodes dort auf, wo Ihr Telefon nicht ist.",
      },
      secondFactorOff: {
        heading: "Der zweite Faktor wurde ausgeschaltet",
        text: "Ab jetzt fragt Ihre Anmeldung nur nach Ihrem Passwort.",
      },
      secondFactorReset: {
        heading: "Die Administration hat Ihren zweiten Faktor ausgeschaltet",
        text: "Ab jetzt fragt Ihre Anmeldung nur nach Ihrem Passwort. In Ihren Einstellungen können Sie den zweiten Faktor wieder einschalten.",
      },
      recoveryCodeUsed: {
        heading: "Mit einem Wiederherstellungscode wurde angemeldet",
        text: "Jemand hat sich mit einem Ihrer Wiederherstellungscodes statt mit einem Code Ihres Authentifikators angemeldet. Dieser Code gilt nicht mehr.",
      },
      recoveryCodesMade: {
        heading: "Neue Wiederherstellungscodes wurden gemacht",
        text: "Die Wiederherstellungscodes, die Sie vorher hatten, gelten nicht mehr.",
      },
      passwordChanged: {
        heading: "Ihr Passwort wurde geändert",
        text: "Ihr Passwort wurde in Ihren Einstellungen geändert. Alle anderen Geräte wurden abgemeldet.",
      },
      passwordReset: {
        heading: "Ihr Passwort wurde ersetzt",
        text: "Mit dem Link einer Mail an Sie wurde ein neues Passwort gewählt. Alle Geräte wurden abgemeldet.",
      },
      passwordHandedOut: {
        heading: "Die Administration hat Ihnen ein neues Passwort gegeben",
        text: "Ihr Passwort gilt nicht mehr, und alle Geräte wurden abgemeldet. Ihre Administration nennt Ihnen das neue; bei der Anmeldung ersetzen Sie es.",
      },
    },
  },
};
