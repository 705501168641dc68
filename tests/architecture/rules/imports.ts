import { browserRoles, domains, type Place, placeOf, type Role } from "../place.ts";
import { type Import, type Rule, type SourceFile, violationAt } from "../source-tree.ts";

type DomainPlace = Extract<Place, { kind: "domain" }>;

/** What a role may import of its own domain: never upwards from what a browser loads, mails only from reactions. */
const ofOwnDomain: Readonly<Record<Role, readonly Role[]>> = {
  schema: browserRoles,
  endpoints: browserRoles,
  pure: browserRoles,
  policy: browserRoles,
  facts: browserRoles,
  queries: [...browserRoles, "queries"],
  commands: [...browserRoles, "queries", "commands"],
  reactions: [...browserRoles, "queries", "commands", "reactions", "mails"],
  mails: [...browserRoles, "mails"],
};

/** What a role may import of the domains before its own. */
const ofLowerDomains: Readonly<Record<Role, readonly Role[]>> = {
  schema: ["schema"],
  endpoints: ["schema"],
  pure: ["pure", "schema"],
  policy: ["policy", "schema"],
  facts: ["schema"],
  queries: [...browserRoles, "queries"],
  commands: [...browserRoles, "queries", "commands"],
  reactions: [...browserRoles, "queries", "commands"],
  mails: ["pure", "schema"],
};

/** The table of the architecture, section 3, and its rules 1 to 3. Type-only imports count as well. */
export const imports: Rule = {
  name: "every file imports only what its place and role may know",
  advice:
    "domains go to earlier domains by open roles, pages to queries, components to what a browser may load; what is missing there belongs into another file, see lib/README.md",
  check: (tree) =>
    tree.files.flatMap((file) =>
      file.imports.flatMap((reference) => {
        const reason = reasonAgainst(file, reference);
        return reason === undefined
          ? []
          : [violationAt(file, reference.node, `imports ${reference.specifier}: ${reason}`)];
      }),
    ),
};

function reasonAgainst(file: SourceFile, reference: Import): string | undefined {
  const { target } = reference;
  if (target === undefined || !/\.tsx?$/.test(target)) {
    return undefined;
  }
  const from = file.place;
  const to = placeOf(target);
  if (to.kind === "app" && from.kind !== "app") {
    return "nobody imports app";
  }
  if ((to.kind === "tool" && from.kind !== "tool") || to.kind === "elsewhere") {
    return "this is no part of the app";
  }
  switch (from.kind) {
    case "app":
      return forApp(from.isApi, to);
    case "component":
      return forComponent(from.area, to);
    case "domain":
      return forDomain(from, to, reference.isTypeOnly);
    case "adapter":
      return forAdapter(from, to);
    case "door":
      return from.part === "call" ? forBrowserHalf(to) : forDoor(to);
    case "worker":
      return allow(to, ["adapter", "shared", "worker", "domain"], ["mails", "endpoints"]);
    case "front":
      return allow(
        to,
        ["adapter", "shared", "front", "door", "worker", "domain"],
        ["commands", "reactions", "mails"],
      );
    case "shared":
      return allow(to, ["shared"], []);
    case "tool":
      return to.kind === "component" ? "tools have no user interface" : undefined;
    case "elsewhere":
      return undefined;
  }
}

/** Of the domains everything but some roles, and of the rest the given kinds of place. */
function allow(to: Place, kinds: readonly Place["kind"][], closedRoles: readonly Role[]): string | undefined {
  if (!kinds.includes(to.kind)) {
    return `only ${kinds.join(", ")} may be imported here`;
  }
  return to.kind === "domain" && closedRoles.includes(to.role)
    ? `${to.role} of a domain are closed to this place`
    : undefined;
}

function forApp(isApi: boolean, to: Place): string | undefined {
  if (to.kind === "domain" && to.role === "commands" && !isApi) {
    return "pages read through queries and write through app/api/v1";
  }
  return allow(to, ["app", "component", "shared", "door", "domain"], ["reactions", "mails"]);
}

function forComponent(area: string, to: Place): string | undefined {
  if (area === "ui" && to.kind === "component" && to.area !== "ui") {
    return "components/ui knows no domain";
  }
  if (area === "ui" && to.kind === "domain") {
    return "components/ui knows no domain";
  }
  return to.kind === "component" ? undefined : forBrowserHalf(to);
}

function forBrowserHalf(to: Place): string | undefined {
  switch (to.kind) {
    case "shared":
      return undefined;
    case "adapter":
      return to.part === "browser" ? undefined : "of an adapter a browser knows browser.ts only";
    case "door":
      return to.part === "call" ? undefined : "of the door a browser knows call.ts only";
    case "domain":
      return browserRoles.includes(to.role)
        ? undefined
        : `${to.role} are for the server; fetch in the page and hand down`;
    default:
      return "this is closed to a browser";
  }
}

function forDoor(to: Place): string | undefined {
  return allow(to, ["adapter", "shared", "door", "domain"], ["reactions", "mails"]);
}

function forAdapter(from: Extract<Place, { kind: "adapter" }>, to: Place): string | undefined {
  if (from.part !== "browser" || to.kind === "shared") {
    return allow(to, ["adapter", "shared"], []);
  }
  const isBrowserHalf = to.kind === "adapter" && (to.part === "browser" || to.part === "port");
  return isBrowserHalf ? undefined : "the browser half of an adapter knows shared and port.ts only";
}

function forDomain(from: DomainPlace, to: Place, isTypeOnly: boolean): string | undefined {
  switch (to.kind) {
    case "shared":
      return undefined;
    case "adapter":
      return adapterForDomain(from, to, isTypeOnly);
    case "domain":
      return domainForDomain(from, to);
    default:
      return "a domain does not know what calls it";
  }
}

function domainForDomain(from: DomainPlace, to: DomainPlace): string | undefined {
  if (from.domain === to.domain) {
    return ofOwnDomain[from.role].includes(to.role)
      ? undefined
      : `${from.role} may not know ${to.role} of their domain`;
  }
  if (domains.indexOf(to.domain) > domains.indexOf(from.domain)) {
    return `${to.domain} comes after ${from.domain}; let it react to a fact instead`;
  }
  return ofLowerDomains[from.role].includes(to.role)
    ? undefined
    : `${from.role} may not know ${to.role} of an earlier domain`;
}

function adapterForDomain(
  from: DomainPlace,
  to: Extract<Place, { kind: "adapter" }>,
  isTypeOnly: boolean,
): string | undefined {
  if (to.part.startsWith("embedded")) {
    return "which implementation runs is the adapter's own affair; import its index";
  }
  switch (from.role) {
    case "queries":
      return ["database", "configuration"].includes(to.service) ||
        (from.domain === "files" && to.service === "object-storage")
        ? undefined
        : "queries read the database only";
    case "commands":
      return adapterForCommands(from, to);
    case "reactions":
      return undefined;
    case "policy":
      return isTypeOnly && to.service === "database" ? undefined : "a policy is pure";
    default:
      return `${from.role} know no adapter`;
  }
}

function adapterForCommands(from: DomainPlace, to: Extract<Place, { kind: "adapter" }>): string | undefined {
  if (to.service === "mailer" || to.service === "realtime") {
    return "what leaves the building is a reaction; announce a fact";
  }
  return to.service === "media-server" && from.domain !== "live"
    ? "only live talks to the media server"
    : undefined;
}
