import type { Messages } from "./catalogue.ts";
import { accounts } from "./de/accounts.ts";
import { admin } from "./de/admin.ts";
import { calendar } from "./de/calendar.ts";
import { common } from "./de/common.ts";
import { contacts } from "./de/contacts.ts";
import { directory } from "./de/directory.ts";
import { history } from "./de/history.ts";
import { mails } from "./de/mails.ts";
import { meetings } from "./de/meetings.ts";
import { organization } from "./de/organization.ts";
import { profile } from "./de/profile.ts";
import { refusals } from "./de/refusals.ts";
import { registration } from "./de/registration.ts";
import { rooms } from "./de/rooms.ts";
import { security } from "./de/security.ts";
import { settings } from "./de/settings.ts";
import { shell } from "./de/shell.ts";
import { stage } from "./de/stage.ts";
import { terms } from "./de/terms.ts";

/** German texts. */
export const de: Messages = {
  settings,
  admin,
  accounts,
  calendar,
  common,
  contacts,
  directory,
  history,
  mails,
  meetings,
  organization,
  profile,
  refusals,
  rooms,
  registration,
  security,
  shell,
  stage,
  terms,
};
