import type { Translation } from "../catalogue.ts";
import type { terms as english } from "../en/terms.ts";

export const terms: Translation<typeof english> = {
  text: `Diese Bedingungen gelten für alle, die dieses Atrium-Portal nutzen. Das Portal wird von der Organisation oder der Person betrieben, deren Administration Ihr Konto geöffnet hat; sie heißt hier Betreiber.

# Ihr Konto
Ihr Konto ist nur für Sie. Behalten Sie Ihr Passwort und Ihren Authentifikator für sich, nennen Sie Ihren wirklichen Namen und eine E-Mail-Adresse, die Sie lesen, und sagen Sie dem Betreiber Bescheid, wenn Sie glauben, dass jemand anderes in Ihr Konto gelangt ist.

# Wofür das Portal da ist
Sie dürfen mit dem Portal Besprechungen planen und halten, mit anderen telefonieren und ihnen schreiben, und teilen, was dafür nötig ist. Tun Sie damit nichts, was gegen Gesetze oder die Rechte anderer verstößt: keine Belästigung, keine Werbeflut, keine schädlichen Programme und nichts, was das Portal stören oder seine Grenzen umgehen soll.

# Was Sie teilen
Was Sie schreiben, zeigen und hochladen, bleibt Ihres. Sie erlauben dem Betreiber, es zu speichern und zu übertragen, soweit das Portal das braucht, damit es diejenigen erreicht, mit denen Sie es teilen. Teilen Sie nur, was Sie teilen dürfen.

# Aufnahmen
Eine Konferenz darf nur aufgenommen werden, wenn alle Beteiligten es wissen. Nehmen Sie niemanden heimlich auf, weder mit dem Portal noch auf andere Weise.

# Ihre Daten
Für seine Aufgaben speichert das Portal Ihr Profil, Ihre Besprechungen, mit wem Sie wann telefoniert haben, und ein Protokoll der Änderungen, die für die Sicherheit wichtig sind. Die Administration des Portals kann Ihre Kontodaten sehen, die Admins Ihrer Organisation das, was zur Organisation gehört. Fragen Sie den Betreiber, was über Sie gespeichert ist, und lassen Sie es berichtigen oder löschen.

# Verfügbarkeit
Der Betreiber gibt sich Mühe, das Portal in Betrieb zu halten, verspricht aber nicht, dass es das immer ist. Es kann geändert, gewartet oder abgeschaltet werden; wo das vorherzusehen ist, erfahren Sie es vorher.

# Ende der Nutzung
Sie können jederzeit aufhören, das Portal zu nutzen. Der Betreiber kann ein Konto schließen, das gegen diese Bedingungen verstößt oder nicht mehr gebraucht wird.

# Änderungen
Wenn sich diese Bedingungen ändern, sehen Sie die neuen bei Ihrer nächsten Anmeldung und werden gefragt, ob Sie sie annehmen.`,
};
