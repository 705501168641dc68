import { accounts } from "./en/accounts.ts";
import { admin } from "./en/admin.ts";
import { calendar } from "./en/calendar.ts";
import { common } from "./en/common.ts";
import { history } from "./en/history.ts";
import { mails } from "./en/mails.ts";
import { meetings } from "./en/meetings.ts";
import { refusals } from "./en/refusals.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { stage } from "./en/stage.ts";

/** English texts; the source of all keys. */
export const en = {
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
