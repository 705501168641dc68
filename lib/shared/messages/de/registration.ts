import type { Translation } from "../catalogue.ts";
import type { registration as english } from "../en/registration.ts";

export const registration: Translation<typeof english> = {
  title: "Konto erstellen",
  kinds: "Art des Kontos",
  personal: "Persönlich",
  organization: "Organisation",
  personalText:
    "Ein Einzelkonto, für Sie selbst: Anrufe, Chats, Kontakte und jede Konferenz, zu der Sie eingeladen sind.",
  organizationText:
    "Für ein Unternehmen oder ein Team. Sie verwalten es dann: Benutzer, Abteilungen, Einladungen.",
  requiredNote: "Felder mit * sind Pflichtfelder.",
  form: {
    requiredMark: "*",
    organizationName: "Name der Organisation",
    website: "Website",
    websiteHelp: "Zum Beispiel example.org",
    vatNumber: "USt-IdNr.",
    firstName: "Vorname",
    lastName: "Nachname",
    email: "E-Mail-Adresse",
    emailHelp: "Dorthin geht der Link, der das Konto aktiviert.",
    fixedEmailHelp: "An diese Adresse ging die Mail mit dem Link, darum bekommt das Konto sie.",
    username: "Benutzername",
    usernameHelp:
      "Aus Ihren Namen gebildet, zum Anmelden. Er steht fest, sobald das Konto erstellt ist; die Mail nennt ihn.",
    usernameEmpty: "Sobald beide Namen da sind",
    password: "Passwort",
    passwordRule: "Mindestens {min} Zeichen, und nicht Ihr Name oder Ihre Adresse.",
    repeat: "Passwort wiederholen",
    repeatDiffers: "Die beiden Passwörter unterscheiden sich.",
    action: "Konto erstellen",
    sending: "Das Konto wird erstellt",
  },
  hasAccount: "Sie haben schon ein Konto?",
  signIn: "Anmelden",
  guestLink: "Konto erstellen",
  signInPage: "Noch kein Konto?",
  closed: {
    title: "Die Registrierung ist geschlossen",
    text: "Konten auf diesem Portal legt die Administration an. Bitten Sie dort um eines.",
    invitedTitle: "Für die Registrierung brauchen Sie eine Einladung",
    invitedText:
      "Konten auf diesem Portal gibt es mit dem Link einer Einladung oder einer Kontaktanfrage. Öffnen Sie den Link in der Mail, die Sie bekommen haben.",
  },
  sent: {
    title: "Das Konto ist erstellt",
    textTo:
      "Eine Mail mit dem Weg zur Aktivierung ging an {address}. Öffnen Sie den Link darin, dann geht es weiter.",
    text: "Eine Mail mit dem Weg zur Aktivierung ging an die Adresse, die Sie angegeben haben. Öffnen Sie den Link darin, dann geht es weiter.",
    spam: "Keine Mail? Sehen Sie auch im Spam-Ordner nach. Es kann einige Minuten dauern.",
    username: "Die Mail nennt auch Ihren Benutzernamen.",
    again: "Noch einmal senden",
    sendingAgain: "Wird gesendet",
    sentAgain: "Noch einmal gesendet, falls das Konto noch darauf wartet. Nur der neueste Link gilt.",
    wrongAddress: "Die Adresse ist falsch?",
    register: "Konto noch einmal erstellen",
  },
  activate: {
    title: "Konto aktivieren",
    working: "Das Konto wird aktiviert.",
    unknownTitle: "Diesen Link kennt das Portal nicht",
    unknownText:
      "Die Adresse ist nicht vollständig, oder das Konto ist weg, weil es einen Monat lang niemand aktiviert hat. Öffnen Sie den Link in der neuesten Mail, oder erstellen Sie das Konto noch einmal.",
    expiredTitle: "Dieser Link gilt nicht mehr",
    expiredText:
      "Er ist älter als 48 Stunden, oder es gibt einen neueren. Das Konto wartet noch: Schicken Sie sich einen neuen Link.",
    again: "Noch einmal senden",
    sendingAgain: "Wird gesendet",
    sentAgain: "Ein neuer Link ist unterwegs zur Adresse des Kontos. Sehen Sie auch im Spam-Ordner nach.",
    otherTitle: "Das Konto ist aktiviert",
    otherAlreadyTitle: "Das Konto war schon aktiviert",
    otherText:
      "In diesem Browser ist jemand mit einem anderen Konto angemeldet und bleibt es. Melden Sie sich ab, um sich mit dem aktivierten anzumelden.",
    signOut: "Abmelden und Konto wechseln",
    stay: "Angemeldet bleiben",
    retry: "Noch einmal versuchen",
    register: "Konto erstellen",
  },
  note: {
    activated: "Ihre Adresse ist bestätigt. Melden Sie sich an, dann geht es weiter.",
    alreadyActive: "Dieses Konto ist schon aktiv. Melden Sie sich an.",
  },
  link: {
    loading: "Der Link wird gelesen.",
    contactTitle: "{name} möchte mit Ihnen in Kontakt sein",
    invitationTitle: "{name} lädt Sie zu {organization} ein",
    contactText:
      "Melden Sie sich an oder erstellen Sie ein Konto mit {address}; sobald Sie angemeldet sind, besteht der Kontakt.",
    invitationText:
      "Melden Sie sich an oder erstellen Sie ein Konto mit {address}; sobald Sie angemeldet sind, sind Sie Mitglied.",
    message: "Nachricht",
    signIn: "Anmelden",
    hasAccountText: "Es gibt ein Konto mit {address}. Melden Sie sich damit an, um anzunehmen.",
    create: "Neues Konto erstellen",
    createTitle: "Neues Konto erstellen",
    closed: "Neue Konten legt die Administration dieses Portals an. Bitten Sie dort um eines.",
    endedTitle: "Dieser Link gilt nicht mehr",
    accepted: "Das wurde schon angenommen.",
    declined: "Das wurde abgelehnt.",
    withdrawn: "Das wurde zurückgezogen.",
    expired: "Die Zeit dafür ist um. Bitten Sie {name} um einen neuen Link.",
    unknown:
      "Die Adresse ist nicht vollständig, oder was sie anbot, gibt es nicht mehr. Öffnen Sie den Link in der neuesten Mail.",
    register: "Ohne ihn ein Konto erstellen",
    retry: "Noch einmal versuchen",
  },
  mail: {
    fact: { username: "Benutzername", email: "E-Mail-Adresse" },
    hint: "Oder kopieren Sie diese Adresse in Ihren Browser:",
    activation: {
      subject: "Kontoaktivierung auf Atrium",
      heading: "Guten Tag {firstName}, Ihr Konto wartet auf Sie",
      text: "Öffnen Sie den Link, um Ihre Adresse zu bestätigen. Melden Sie sich dann mit Ihrem Benutzernamen oder Ihrer E-Mail-Adresse und dem gewählten Passwort an, und nehmen Sie die Nutzungsbedingungen an.",
      action: "Konto aktivieren",
      lifetime: "Der Link gilt einmal, 48 Stunden lang. Ein neuerer macht ihn ungültig.",
      password:
        "Wenn Sie das Passwort nicht mehr wissen, aktivieren Sie das Konto und wählen Sie auf der Anmeldeseite ein neues.",
      reason:
        "Sie bekommen diese Mail, weil jemand auf Atrium ein Konto für {address} erstellt hat. Waren Sie das nicht, öffnen Sie den Link nicht: Ohne ihn bleibt das Konto geschlossen und wird nach 30 Tagen gelöscht.",
    },
    exists: {
      subject: "Sie haben ein Konto auf Atrium",
      heading: "Mit Ihrer Adresse gibt es schon ein Konto",
      text: "Jemand, wahrscheinlich Sie, wollte mit Ihrer Adresse ein neues Konto erstellen. Sie haben schon eines, darum wurde nichts geändert.",
      action: "Anmelden",
      reset: "Passwort vergessen? Wählen Sie ein neues: {url}",
      reason:
        "Sie bekommen diese Mail, höchstens einmal in der Stunde, weil jemand auf der Registrierungsseite von Atrium {address} eingegeben hat. Waren Sie das nicht, ist nichts zu tun.",
    },
  },
};
