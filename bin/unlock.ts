import { say } from "./support/terminal.ts";
import { unlockByName } from "./support/unlocking.ts";
import { withDatabase } from "./support/with-database.ts";

/**
 * `npm run unlock -- <user name>` opens an account that is locked after wrong passwords, for when nobody is left who could
 * do it in the control panel. The portal may run or not. GAP-036
 */

const [name, ...others] = process.argv.slice(2);

if (name === undefined || others.length > 0) {
  say("Say whom to unlock: npm run unlock -- <user name>");
  process.exitCode = 1;
} else {
  const outcome = await withDatabase((url) => unlockByName(url, name));
  process.exitCode = outcome === "unknown" ? 1 : 0;
  if (outcome === "unlocked") say(`${name} can sign in again.`);
  else if (outcome === "was not locked") say(`${name} is not locked.`);
  else say(`Nobody has the user name or the e-mail address ${name}.`);
}
