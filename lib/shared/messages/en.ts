import { accounts } from "./en/accounts.ts";
import { admin } from "./en/admin.ts";
import { calendar } from "./en/calendar.ts";
import { common } from "./en/common.ts";
import { contacts } from "./en/contacts.ts";
import { directory } from "./en/directory.ts";
import { history } from "./en/history.ts";
import { mails } from "./en/mails.ts";
import { meetings } from "./en/meetings.ts";
import { organization } from "./en/organization.ts";
import { profile } from "./en/profile.ts";
import { refusals } from "./en/refusals.ts";
import { registration } from "./en/registration.ts";
import { rooms } from "./en/rooms.ts";
import { security } from "./en/security.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { stage } from "./en/stage.ts";
import { terms } from "./en/terms.ts";

/** English texts; the source of all keys. */
export const en = {
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
