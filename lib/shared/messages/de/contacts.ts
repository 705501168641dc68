import type { Translation } from "../catalogue.ts";
import type { contacts as english } from "../en/contacts.ts";

export const contacts: Translation<typeof english> = {
  title: "Kontaktanfragen (RFC)",
  note: "Eine Kontaktanfrage (RFC) fragt jemanden per E-Mail. Ist sie angenommen, sehen Sie sich gegenseitig als Kontakte.",
  new: "Neue RFC",
  tabs: {
    name: "Listen",
    connected: "Verbunden",
    received: "Empfangen",
    sent: "Gesendet",
  },
  form: {
    title: "Neue Kontaktanfrage (RFC)",
    email: "E-Mail",
    emailHelp: "Mit oder ohne Konto hier: Die Mail erreicht beide.",
    message: "Nachricht",
    defaultMessage: "Hallo, ich hätte Sie gern unter meinen Kontakten in Atrium.",
    action: "RFC senden",
    sent: "Die Anfrage an {email} ist unterwegs.",
    resend: "Die offene Anfrage noch einmal senden",
    accept: "Die Anfrage von {name} annehmen",
  },
  search: {
    label: "Diese Liste durchsuchen",
    none: "In dieser Liste passt nichts zu „{query}“.",
    showAll: "Die ganze Liste zeigen",
  },
  empty: {
    connected:
      "Sie haben noch keine Kontakte. Senden Sie jemandem eine Anfrage: Ist sie angenommen, steht die Person hier.",
    received: "Keine Anfrage wartet auf Ihre Antwort. Neue erscheinen hier von selbst.",
    unconfirmed:
      "Ihre E-Mail-Adresse ist nicht bestätigt, deshalb stehen Anfragen an sie nicht hier. Beantworten Sie sie mit den Links in ihren Mails.",
    sent: "Sie haben noch niemanden gefragt. Was Sie senden, steht hier mit dem, was daraus wird.",
  },
  since: "Kontakt seit {date}",
  askedByYou: "Sie haben gefragt",
  askedByOther: "{name} hat gefragt",
  receivedOn: "Empfangen {date}, offen bis {until}",
  sentOn: "Gesendet {date}",
  sentAgain: "Gesendet {date}, zuletzt gemailt {last}",
  states: {
    pending: "Offen",
    connected: "Verbunden",
    ended: "Kontakt beendet",
    declined: "Abgelehnt",
    withdrawn: "Zurückgezogen",
    expired: "Abgelaufen",
  },
  openUntil: "Offen bis {until}",
  decidedOn: "am {date}",
  accept: "Annehmen",
  acceptOf: "Die Anfrage von {name} annehmen",
  decline: "Ablehnen",
  declineOf: "Die Anfrage von {name} ablehnen",
  resend: "Noch einmal senden",
  resendTo: "Die Anfrage an {email} noch einmal senden",
  withdraw: "Zurückziehen",
  withdrawTo: "Die Anfrage an {email} zurückziehen",
  end: "Kontakt beenden",
  endWith: "Kontakt beenden mit {name}",
  notice: {
    connected: "Sie sind jetzt mit {name} verbunden.",
    declined: "Sie haben die Anfrage von {name} abgelehnt.",
    resent: "Die Anfrage an {email} wurde noch einmal gemailt.",
    withdrawn: "Die Anfrage an {email} ist zurückgezogen. Ihre Links öffnen nichts mehr.",
    ended: "Der Kontakt mit {name} ist beendet.",
    dismiss: "Diesen Hinweis ausblenden",
  },
  endDialog: {
    title: "Den Kontakt mit {name} beenden?",
    text: "Sie verschwinden gegenseitig aus Ihren Kontakten, Anrufe und neue Nachrichten enden. Was geschrieben wurde, bleibt lesbar. Um wieder Kontakte zu sein, sendet jemand von Ihnen eine neue Anfrage.",
    action: "Kontakt beenden",
    keep: "Kontakte bleiben",
  },
  withdrawDialog: {
    title: "Die Anfrage an {email} zurückziehen?",
    text: "Die Links in der Mail öffnen dann nichts mehr, und die Person kann nicht mehr annehmen.",
    action: "Anfrage zurückziehen",
    keep: "Anfrage behalten",
  },
  link: {
    acceptTitle: "Eine Kontaktanfrage annehmen",
    accepting: "Einen Augenblick, die Anfrage wird gelesen.",
    declineTitle: "Die Kontaktanfrage ablehnen?",
    declineText:
      "{name} fragt {email}, ob Sie Kontakte werden wollen. Ablehnen verbindet niemanden; {name} sieht, dass Sie abgelehnt haben.",
    declineAction: "Ablehnen",
    declining: "Wird abgelehnt",
    declinedTitle: "Die Anfrage ist abgelehnt",
    declinedText:
      "Sie und {name} sind nicht verbunden. Sonst ist nichts zu tun; Sie können diese Seite schließen.",
    otherTitle: "Diese Anfrage gilt einer anderen Adresse",
    otherText:
      "{name} hat {email} gefragt, und Sie sind als {person} angemeldet. Es wurde nichts angenommen. Melden Sie sich ab und kommen Sie mit dem Konto zurück, das diese Adresse hat.",
    otherAction: "Abmelden und weiter",
    otherKeep: "Angemeldet bleiben",
    acceptedTitle: "Diese Anfrage wurde angenommen",
    acceptedText:
      "Die Anfrage von {name} an {email} ist schon angenommen. Es ist nichts mehr zu entscheiden.",
    wasDeclinedTitle: "Diese Anfrage wurde abgelehnt",
    wasDeclinedText:
      "Die Anfrage von {name} an {email} wurde abgelehnt. Um Kontakte zu werden, sendet jemand von Ihnen eine neue.",
    withdrawnTitle: "Diese Anfrage wurde zurückgezogen",
    withdrawnText:
      "{name} hat die Anfrage an {email} zurückgenommen. Um Kontakte zu werden, sendet jemand von Ihnen eine neue.",
    expiredTitle: "Die Zeit dieser Anfrage ist um",
    expiredText: "Die Anfrage von {name} an {email} war 30 Tage offen. Bitten Sie {name} um eine neue.",
    unknownTitle: "Dieser Link ist nicht bekannt",
    unknownText:
      "Er ist nicht vollständig, oder die Anfrage wurde gelöscht. Öffnen Sie den Link in der Mail noch einmal, oder bitten Sie um eine neue Anfrage.",
    toContacts: "Zu den Kontaktanfragen",
    toStart: "Zur Startseite",
    again: "Noch einmal versuchen",
    failedTitle: "Das ist nicht gelungen",
  },
  mail: {
    hint: "Oder kopieren Sie diese Adresse in Ihren Browser:",
    request: {
      subject: "Einladung in die Atrium-Kontaktliste von {from}",
      heading: "{from} möchte mit Ihnen in Kontakt sein",
      lead: "{from} hat Ihnen eine Kontaktanfrage (RFC) gesendet. Wenn Sie sie annehmen, sehen Sie sich in Atrium gegenseitig als Kontakte.",
      message: "Nachricht",
      until: "Offen bis",
      accept: "Annehmen",
      decline: "Ablehnen",
      note: "Noch kein Konto? „Annehmen“ führt Sie zu einem; nehmen Sie dafür die Adresse {address}.",
      reason:
        "Sie bekommen diese Mail, weil {from} die Adresse {address} eingegeben hat. Wenn Sie {from} nicht kennen, lehnen Sie ab oder tun Sie nichts: Ohne Antwort wird niemand verbunden.",
    },
    connection: {
      subject: "Sie sind jetzt mit {other} verbunden",
      heading: "Sie sind jetzt mit {other} verbunden",
      lead: "Die Kontaktanfrage (RFC) wurde angenommen. Sie finden {other} unter Ihren Kontakten, und {other} findet Sie.",
      action: "Kontakte öffnen",
      reason:
        "Sie bekommen diese Mail, weil sich die Kontaktliste Ihres Kontos {address} geändert hat. Einen Kontakt können Sie dort jederzeit beenden.",
    },
  },
};
