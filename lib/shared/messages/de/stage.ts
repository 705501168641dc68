import type { Translation } from "../catalogue.ts";
import type { stage as english } from "../en/stage.ts";

export const stage: Translation<typeof english> = {
  join: {
    preview: "Ihre Kamera und Ihr Mikrofon",
    ownPicture: "Ihr Bild, wie im Spiegel",
    cameraStarting: "Die Kamera wird eingeschaltet",
    cameraOff: "Ihre Kamera ist aus",
    camera: "Kamera",
    microphone: "Mikrofon",
    cameraTurnOn: "Kamera einschalten",
    cameraTurnOff: "Kamera ausschalten",
    microphoneTurnOn: "Mikrofon einschalten",
    microphoneTurnOff: "Mikrofon ausschalten",
    level: "Pegel des Mikrofons",
    devices: "Geräte",
    chooseCamera: "Kamera",
    chooseMicrophone: "Mikrofon",
    chooseSpeaker: "Lautsprecher",
    unnamedDevice: "Gerät {number}",
    cameraWithout: "Sie können ohne sie teilnehmen.",
    microphoneWithout: "Sie können ohne es teilnehmen und zuhören.",
    tryDevice: "Noch einmal versuchen",
    room: "Virtueller Raum, immer offen",
    now: "Gerade begonnen",
    host: "Gastgeber: {name}",
    nobodyInside: "Noch ist niemand da",
    countInside: "{count, plural, one {Eine Person ist da} other {# Personen sind da}}",
    namesInside: "Da sind: {names}{others, plural, =0 {} one { und noch eine Person} other { und # weitere}}",
    recording: "Diese Besprechung soll aufgezeichnet werden; das Video bleibt auf dem Server.",
    pin: "PIN",
    pinHint: "Sie steht in der Einladung und auf der Karte der Besprechung.",
    pinPaused:
      "Zu viele falsche PINs. Warten Sie {seconds, plural, one {eine Sekunde} other {# Sekunden}} und versuchen Sie es dann noch einmal.",
    yourName: "Ihr Name",
    yourNameHint: "Die anderen sehen ihn.",
    join: "Teilnehmen",
    joining: "Sie treten ein",
    as: "Sie nehmen als {name} teil.",
    controlPanel: "Den Grund in der Systemverwaltung ansehen",
    haveAccount: "Sie haben ein Konto? Melden Sie sich an",
  },
  when: {
    today: "Heute, {from}–{to} Uhr",
    tomorrow: "Morgen, {from}–{to} Uhr",
  },
  unknown: {
    title: "Hier ist keine Besprechung für Sie",
    text: "Diese Besprechung gibt es nicht, oder Sie sind nicht eingeladen. Prüfen Sie die Adresse, oder fragen Sie, wer Sie eingeladen hat.",
    action: "Zur Hauptseite",
  },
  refused: {
    back: "Zur Hauptseite",
    signIn: "Anmelden",
    licenceMissing: {
      title: "Zum Teilnehmen brauchen Sie eine PRO‑Lizenz",
      text: "Für „{title}“ brauchen Sie eine gültige PRO‑Lizenz, und Sie haben keine. Fragen Sie die Administration dieses Portals danach.",
      note: "Diese Seite öffnet sich von selbst, sobald Sie sie haben.",
    },
    conferenceLocked: {
      title: "Diese Besprechung ist gesperrt",
      text: "„{title}“ läuft, und gerade wird niemand Neues eingelassen. Bitten Sie {host} oder jemanden, der da ist, die Sperre aufzuheben.",
      note: "Diese Seite öffnet sich von selbst, wenn die Sperre aufgehoben wird.",
    },
    tooEarly: {
      title: "Sie sind früh dran",
      text: "„{title}“ beginnt am {when}.",
      note: "Teilnehmen können Sie ab {opens}. Diese Seite öffnet sich von selbst.",
    },
    over: {
      title: "Diese Besprechung ist vorbei",
      text: "„{title}“ hat stattgefunden. Wenn es weitergeht, bitten Sie {host} um eine neue Einladung.",
    },
    roomDeleted: {
      title: "Dieser Raum wurde gelöscht",
      text: "„{title}“ gibt es nicht mehr. Fragen Sie {host}, wenn Sie das nicht erwartet haben.",
    },
    conferenceCancelled: {
      title: "Diese Besprechung wurde abgesagt",
      text: "„{title}“ findet nicht statt. Fragen Sie {host}, wenn Sie das nicht erwartet haben.",
    },
    mediaUnavailable: {
      title: "Zurzeit sind keine Besprechungen möglich",
      text: "Der Medienserver dieses Portals antwortet nicht. An Ihrem Gerät und Ihrer Einladung liegt es nicht.",
      note: "Diese Seite öffnet sich von selbst, sobald er wieder da ist.",
    },
    other: {
      title: "Sie können gerade nicht teilnehmen",
    },
    controlPanel: "Den Grund in der Systemverwaltung ansehen",
  },
  mediaProblems: {
    denied: {
      camera:
        "Ihr Browser darf die Kamera nicht benutzen. Erlauben Sie es mit dem Zeichen neben der Adresse und versuchen Sie es noch einmal.",
      microphone:
        "Ihr Browser darf das Mikrofon nicht benutzen. Erlauben Sie es mit dem Zeichen neben der Adresse und versuchen Sie es noch einmal.",
    },
    notFound: {
      camera: "Es wurde keine Kamera gefunden. Schließen Sie eine an, oder wählen Sie ein anderes Gerät.",
      microphone:
        "Es wurde kein Mikrofon gefunden. Schließen Sie eines an, oder wählen Sie ein anderes Gerät.",
    },
    inUse: {
      camera:
        "Ein anderes Programm benutzt die Kamera. Schließen Sie dieses Programm und versuchen Sie es noch einmal.",
      microphone:
        "Ein anderes Programm benutzt das Mikrofon. Schließen Sie dieses Programm und versuchen Sie es noch einmal.",
    },
    insecure: {
      camera:
        "Browser geben die Kamera nur sicheren Adressen. Öffnen Sie diese Seite mit https, oder fragen Sie Ihre Administration.",
      microphone:
        "Browser geben das Mikrofon nur sicheren Adressen. Öffnen Sie diese Seite mit https, oder fragen Sie Ihre Administration.",
    },
    failed: {
      camera:
        "Die Kamera ließ sich nicht einschalten. Schließen Sie sie neu an, oder wählen Sie eine andere, und versuchen Sie es noch einmal.",
      microphone:
        "Das Mikrofon ließ sich nicht einschalten. Schließen Sie es neu an, oder wählen Sie ein anderes, und versuchen Sie es noch einmal.",
    },
  },
  screenProblems: {
    denied:
      "Ihr System lässt den Browser den Bildschirm nicht teilen. Erlauben Sie es in den Datenschutzeinstellungen Ihres Systems und versuchen Sie es noch einmal.",
    failed:
      "Der Bildschirm ließ sich nicht teilen. Versuchen Sie es noch einmal, oder wählen Sie ein Fenster.",
  },
  stage: "Personen und geteilte Bildschirme",
  returning: "Zurück in die Besprechung",
  you: "{name} (Sie)",
  microphoneIsOn: "Mikrofon an",
  microphoneIsOff: "Mikrofon aus",
  othersCount: "{count, plural, one {Eine weitere Person} other {# weitere Personen}}",
  yourScreen: "Ihr Bildschirm",
  screenOf: "Bildschirm von {name}",
  youShare: "Alle sehen Ihren Bildschirm.",
  locked: "Gesperrt",
  elapsed: "Dauer",
  alone: "Sie sind allein hier. Die anderen sehen Sie, wenn sie eintreten.",
  came: "{name} ist gekommen",
  went: "{name} ist gegangen",
  dismiss: "Diese Meldung schließen",
  startSound: "Ton einschalten",
  connection: {
    connecting: "Verbindung wird aufgebaut",
    returning: "Die Verbindung ist abgebrochen. Sie werden zurückgeholt; bleiben Sie auf dieser Seite.",
    back: "Die Verbindung ist wieder da.",
  },
  controls: "Bedienung",
  turnMicrophoneOn: "Mikrofon einschalten",
  turnMicrophoneOff: "Mikrofon ausschalten",
  turnCameraOn: "Kamera einschalten",
  turnCameraOff: "Kamera ausschalten",
  shareScreen: "Bildschirm teilen",
  stopSharing: "Nicht mehr teilen",
  chooseSound: "Mikrofon und Lautsprecher wählen",
  choosePicture: "Kamera wählen",
  people: "Personen ({count})",
  peopleTitle: "Personen",
  closePeople: "Liste der Personen schließen",
  leave: "Verlassen",
  leaveAlone: "Besprechung verlassen",
  endForAll: "Für alle beenden",
  endTitle: "Besprechung für alle beenden?",
  endText:
    "{others, plural, =0 {Sonst ist niemand da.} one {Eine andere Person ist da und wird getrennt.} other {# andere Personen sind da und werden getrennt.}}",
  endConfirm: "Für alle beenden",
  endKeep: "Weiter besprechen",
  remove: "{name} entfernen",
  removeTitle: "{name} aus der Besprechung entfernen?",
  removeText: "Die Person wird sofort getrennt und sieht, dass sie entfernt wurde.",
  removeConfirm: "Entfernen",
  removeKeep: "Bleiben lassen",
  lock: "Sperren",
  unlock: "Sperre aufheben",
  lockedText: "Gesperrt: niemand Neues kommt herein",
  openText: "Offen für alle Eingeladenen",
  invite: {
    copy: "Adresse kopieren",
    copied: "Die Adresse ist kopiert",
    add: "Jemanden sofort einladen",
    placeholder: "Name oder E-Mail-Adresse",
    send: "Einladen",
    found: "Gefundene Personen",
    hint: "Die Mail mit der Adresse geht sofort hinaus.",
    nobody: "Niemand mit diesem Namen gefunden. Geben Sie eine ganze E-Mail-Adresse ein.",
    sent: "{name} ist eingeladen.",
    already: "{name} war schon eingeladen.",
  },
  roles: {
    OWNER: "Gastgeber",
    MODERATOR: "Moderation",
    PARTICIPANT: "Teilnahme",
    GUEST: "Gast",
  },
  after: {
    left: {
      title: "Sie haben die Besprechung verlassen",
      text: "„{title}“ geht ohne Sie weiter. Sie können jederzeit zurück.",
    },
    ended: { title: "Die Besprechung ist beendet", text: "„{title}“ wurde für alle beendet." },
    removed: {
      title: "Sie wurden aus der Besprechung entfernt",
      text: "Jemand, der „{title}“ moderiert, hat Sie herausgenommen.",
    },
    elsewhere: {
      title: "Sie nehmen in einem anderen Fenster teil",
      text: "„{title}“ geht dort weiter. Eine Person ist einmal in einer Besprechung.",
    },
    lost: {
      title: "Die Verbindung ließ sich nicht wiederherstellen",
      text: "„{title}“ geht vielleicht noch weiter. Prüfen Sie Ihr Netz und nehmen Sie dann wieder teil.",
    },
    rejoin: "Wieder teilnehmen",
    continueHere: "Hier weitermachen",
    back: "Zurück zum Portal",
  },
};
