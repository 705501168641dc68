import { seedDemo } from "../prisma/seed/demo.ts";

/** Adds the demo organization to the database of the environment. `npm run demo` calls it before the portal opens. */

const result = await seedDemo(process.env.DATABASE_URL ?? "");
console.log(
  result === "made" ? "[atrium] The demo organization was made." : "[atrium] The demo organization is there.",
);
