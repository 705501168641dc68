import type { Context } from "#lib/adapters/database/context";
import { acceptContactRequest, declineContactRequest } from "#lib/contacts/answers/commands";
import { sendContactRequest } from "#lib/contacts/commands";
import type { PersonActor } from "#lib/shared/context";

/** A contact request of the demo: to one of its people, or to an address outside. */
type DemoRequest = {
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly answer?: "accepted" | "declined";
};

const demoRequests: readonly DemoRequest[] = [
  {
    from: "kira.santos",
    to: "ada.lindqvist",
    message: "Hello Ada, we spoke at the customer round. Shall we stay in touch?",
    answer: "accepted",
  },
  {
    from: "ada.lindqvist",
    to: "hugo.brandt",
    message: "Hello Hugo, I would like to have you among my contacts in Atrium.",
    answer: "accepted",
  },
  {
    from: "leo.moreau",
    to: "ada.lindqvist",
    message: "Hello Ada, I have questions about the media path and would ask them here.",
  },
  { from: "mia.thorsen", to: "ada.lindqvist", message: "" },
  {
    from: "ada.lindqvist",
    to: "n.karlsson@example.org",
    message: "Hello, after the interview you reach me here.",
  },
  {
    from: "ada.lindqvist",
    to: "jonas.weber",
    message: "Hello Jonas, I would like to have you among my contacts in Atrium.",
    answer: "declined",
  },
];

type Cast = ReadonlyMap<string, { readonly actor: PersonActor }>;

/** Gives the demo's people contacts, open requests and answered ones. */
export async function makeContacts(context: Context, cast: Cast): Promise<void> {
  for (const { from, to, message, answer } of demoRequests) {
    const [sender, reader] = [cast.get(from), cast.get(to)];
    if (!sender) throw new Error(`nobody in the demo is called ${from}`);
    const email = to.includes("@") ? to : `${to}@lindenhof.example`;
    const asSender = { ...context, actor: sender.actor };
    const { id: contactRequestId } = await sendContactRequest(asSender, { email, message });
    if (!answer || !reader) continue;
    const asReader = { ...context, actor: reader.actor };
    if (answer === "accepted") await acceptContactRequest(asReader, { contactRequestId });
    else await declineContactRequest(asReader, { contactRequestId });
  }
}
