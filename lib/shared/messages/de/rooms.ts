import type { Messages } from "../catalogue.ts";

/** Virtuelle Räume und spontane Besprechungen. */
export const rooms: Messages["rooms"] = {
  title: "Virtuelle Räume",
  note: "Ein Raum hat keine Anfangszeit: Er steht seinen Leuten jederzeit offen.",
  newRoom: "Neuer Raum",
  all: "Alle {count}",
  list: {
    label: "Ihre virtuellen Räume",
    search: "Räume suchen",
    searchPlaceholder: "Titel oder Inhaber",
    order: "Reihenfolge der Räume",
    orders: { recent: "Zuletzt benutzt", name: "Name" },
    count: "{count, plural, one {# Raum} other {# Räume}}",
    found: "{count, plural, =0 {Kein Raum gefunden} one {# Raum gefunden} other {# Räume gefunden}}",
    nothingFound: "Kein Raum hat diese Wörter im Titel oder im Namen seines Inhabers.",
    clear: "Alle Räume zeigen",
    empty:
      "Sie haben noch keine virtuellen Räume. Ein Raum ist ein Treffpunkt ohne Uhrzeit: Richten Sie einen für Ihr Team ein und gehen Sie hinein, wann Sie möchten.",
    emptyNoHost:
      "Sie haben noch keine virtuellen Räume. Wenn jemand einen Raum mit Ihnen teilt, steht er hier, und Sie können jederzeit hinein.",
    overviewEmpty:
      "Noch keine virtuellen Räume. Was Sie einrichten oder was mit Ihnen geteilt wird, steht hier.",
    first: "Den ersten Raum einrichten",
  },
  row: {
    own: "Ihr Raum",
    ownerIs: "Raum von {name}",
    inside: "{count, plural, one {# anwesend} other {# anwesend}}",
    insideNamed: "Anwesend: {names}",
    empty: "leer",
    neverUsed: "noch nie benutzt",
    lastUsed: "benutzt {when}",
    locked: "gesperrt",
    join: "Teilnehmen",
    joinNamed: "An {title} teilnehmen",
    menu: "Mehr zu {title}",
    details: "Einzelheiten zeigen",
    copyUrl: "Adresse des Raums kopieren",
    urlCopied: "Die Adresse des Raums ist kopiert.",
    edit: "Bearbeiten",
  },
  card: {
    heading: "Virtueller Raum",
    missing: "Diesen Raum gibt es nicht, oder er steht Ihnen nicht mehr offen.",
    always: "Immer offen",
    empty: "Niemand ist anwesend.",
    recording: "Das Video von Besprechungen in diesem Raum wird aufgezeichnet und auf dem Server aufbewahrt.",
    share: "Teilen",
    edit: "Bearbeiten",
    delete: "Raum löschen",
    deleted: "Der Raum „{title}“ ist gelöscht.",
    roleOwner: "Inhaber",
    names: "Anwesend: {names}{others, plural, =0 {} one { und eine weitere Person} other { und # weitere}}",
  },
  askDelete: {
    title: "Den Raum „{title}“ löschen?",
    text: "Er verschwindet aus der Liste von {count, plural, =0 {niemandem außer Ihnen} one {# weiterer Person} other {# weiteren Personen}}, und seine Adresse und seine Konferenz-ID öffnen nie wieder etwas. Das lässt sich nicht zurücknehmen.",
    confirm: "Raum löschen",
    keep: "Raum behalten",
    runningTitle: "In „{title}“ sind Personen",
    runningText:
      "Ein Raum lässt sich nur löschen, wenn niemand anwesend ist. Beenden Sie erst die Besprechung für alle, dann löschen Sie den Raum.",
    end: "Besprechung für alle beenden",
  },
  share: {
    title: "„{title}“ teilen",
    intro: {
      PRIVATE:
        "Mit dieser Adresse kommen nur Personen hinein, die auf der Liste des Raums stehen. Ergänzen Sie die Liste, indem Sie den Raum bearbeiten.",
      PUBLIC: "Mit dieser Adresse kommen alle hinein, auch ohne Konto.",
    },
    qrCode: "QR-Code, der {url} öffnet",
    qrHint: "Mit einem Telefon gescannt, öffnet er den Raum dort.",
    text: "Einladungstext",
    pinAside:
      "Die PIN steht nicht im Text, damit sie nicht mit der Adresse zusammen reist. Geben Sie sie getrennt weiter.",
    pin: "PIN: {pin}",
    always: "Dieser virtuelle Raum ist immer offen.",
  },
  controls: {
    label: "Laufende Besprechung",
    lock: "Sperren",
    unlock: "Öffnen",
    locked: "Die Besprechung ist gesperrt: Es kommt niemand mehr hinzu.",
    unlocked: "Die Besprechung ist wieder offen.",
    setPin: "PIN setzen",
    changePin: "PIN ändern",
    end: "Für alle beenden",
    ended: "Die Besprechung ist für alle beendet.",
    endTitle: "Die Besprechung für alle beenden?",
    endText:
      "{count, plural, =0 {Im Augenblick ist niemand anwesend.} one {# Person ist anwesend und wird getrennt.} other {# Personen sind anwesend und werden getrennt.}}",
    endKeep: "Weiterlaufen lassen",
  },
  pin: {
    title: "PIN von „{title}“",
    label: "PIN",
    hint: "4 bis 10 Ziffern. Ab jetzt werden alle außer dem Inhaber danach gefragt; wer anwesend ist, bleibt.",
    make: "Erzeugen",
    save: "PIN setzen",
    remove: "PIN entfernen",
    set: "Die PIN ist gesetzt.",
    removed: "Die PIN ist entfernt.",
    wrong: "Eine PIN hat 4 bis 10 Ziffern.",
  },
  meetNow: {
    button: "Sofort treffen",
  },
  form: {
    newTitle: "Neuer virtueller Raum",
    editTitle: "Raum bearbeiten",
    notAllowed:
      "Ihr Konto kann keine virtuellen Räume einrichten. Fragen Sie Ihren Administrator, ob es das soll.",
    notEditable: "Diesen Raum ändert nur sein Inhaber.",
    title: "Titel",
    titlePlaceholder: "Wie soll der Raum heißen?",
    location: "Ort",
    locationHint: "Ein Ort, der zum Raum gehört, für alle, die sich vor Ort treffen.",
    settings: "Einstellungen",
    people: "Teilnehmende",
    owner: "Inhaber",
    modeFixed: "Der Modus lässt sich ändern, wenn niemand anwesend ist.",
    mail: {
      nobody: "Es geht keine Mail hinaus: Auf der Liste ist niemand neu.",
      added:
        "{count, plural, one {# Person erfährt per Mail, dass ihr der Raum offensteht.} other {# Personen erfahren per Mail, dass ihnen der Raum offensteht.}}",
      removed:
        "{count, plural, one {# Person verliert den Zugang und bekommt keine Mail.} other {# Personen verlieren den Zugang und bekommen keine Mail.}}",
    },
    create: "Raum einrichten",
    createAndShare:
      "{count, plural, one {Raum einrichten und # Person benachrichtigen} other {Raum einrichten und # Personen benachrichtigen}}",
    save: "Speichern",
    saveAndTell:
      "{count, plural, one {Speichern und # Person benachrichtigen} other {Speichern und # Personen benachrichtigen}}",
    discard: "Abbrechen",
    created: "Der Raum ist offen.",
    saved: "Der Raum ist geändert.",
    errors: { titleMissing: "Geben Sie dem Raum einen Titel.", notAPin: "Eine PIN hat 4 bis 10 Ziffern." },
    failed: "Der Raum wurde nicht gespeichert. Was Sie eingegeben haben, ist noch da.",
    leave: {
      title: "Ohne Speichern verlassen?",
      text: "Was Sie hier eingegeben haben, ginge verloren.",
      leave: "Verlassen und verwerfen",
      keep: "Weiter bearbeiten",
    },
  },
  invitation: {
    join: "Teilnehmen: {url}",
    id: "Konferenz-ID: {id}",
    location: "Ort: {location}",
  },
  adHoc: { title: "Besprechung von {name}" },
  mail: {
    subject: {
      ROOM: "Der Raum „{title}“ steht Ihnen offen",
      AD_HOC: "{owner} bittet Sie jetzt dazu: {title}",
    },
    lead: {
      ROOM: "{owner} hat Ihnen diesen virtuellen Raum geöffnet. Er hat keine Anfangszeit: Sie können hinein, wann Sie möchten.",
      AD_HOC: "{owner} bespricht sich gerade und bittet Sie dazu.",
    },
    open: { ROOM: "Raum öffnen", AD_HOC: "An der Besprechung teilnehmen" },
    hint: "Oder kopieren Sie diese Adresse in Ihren Browser:",
    owner: "Inhaber",
    where: "Wo",
    pinOnCard:
      "Beim Teilnehmen wird nach einer PIN gefragt. Sie finden sie in Atrium auf der Karte des Raums.",
    pinAsk: "Beim Teilnehmen wird nach einer PIN gefragt. Fragen Sie {owner} danach.",
    reason:
      "Sie bekommen diese Mail, weil {owner} Sie als {address} eingeladen hat. Wenn Sie solche Mails nicht möchten, antworten Sie {owner} auf diese.",
  },
};
