import type { Messages } from "./catalogue.ts";
import { accounts } from "./de/accounts.ts";
import { admin } from "./de/admin.ts";
import { calendar } from "./de/calendar.ts";
import { common } from "./de/common.ts";
import { history } from "./de/history.ts";
import { mails } from "./de/mails.ts";
import { meetings } from "./de/meetings.ts";
import { refusals } from "./de/refusals.ts";
import { settings } from "./de/settings.ts";
import { shell } from "./de/shell.ts";
import { stage } from "./de/stage.ts";

/** German texts. */
export const de: Messages = {
  settings,
  admin,
  accounts,
  calendar,
  common,
  history,
  mails,
  meetings,
  refusals,
  shell,
  stage,
};
