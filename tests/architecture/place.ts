/** The domains in their order: each may import only those before it. Architecture, section 3. */
export const domains = [
  "files",
  "mail",
  "licences",
  "accounts",
  "organizations",
  "contacts",
  "conferences",
  "calendar",
  "live",
  "calls",
  "chats",
  "pads",
  "tasks",
  "incidents",
  "admin",
] as const;
export type Domain = (typeof domains)[number];

/** The file names that carry a role; every other file of a domain is a pure noun. */
export const namedRoles = [
  "schema",
  "endpoints",
  "policy",
  "facts",
  "queries",
  "commands",
  "reactions",
  "mails",
] as const;
export type Role = (typeof namedRoles)[number] | "pure";

/** Roles that a browser may load, and with them anybody. */
export const browserRoles: readonly Role[] = ["schema", "endpoints", "pure", "policy", "facts"];

/** Where a file stands, and with that what it may know. */
export type Place =
  | { readonly kind: "domain"; readonly domain: Domain; readonly role: Role }
  | { readonly kind: "adapter"; readonly service: string; readonly part: string }
  | { readonly kind: "door" | "worker" | "front" | "shared"; readonly part: string }
  | { readonly kind: "app"; readonly isApi: boolean }
  | { readonly kind: "component"; readonly area: string }
  | { readonly kind: "tool"; readonly tool: "bin" | "prisma" | "root" }
  | { readonly kind: "elsewhere" };

export function isDomain(name: string): name is Domain {
  return domains.some((domain) => domain === name);
}

/** Place of a path such as `lib/calendar/invitations/commands.ts`. */
export function placeOf(path: string): Place {
  const [top = "", second = "", ...rest] = path.split("/");
  if (rest.length === 0 && second === "") {
    return { kind: "tool", tool: "root" };
  }
  switch (top) {
    case "lib":
      return placeInLib(second, rest);
    case "app":
      return { kind: "app", isApi: second === "api" };
    case "components":
      return { kind: "component", area: rest.length === 0 ? "" : second };
    case "bin":
    case "prisma":
      return { kind: "tool", tool: top };
    default:
      return { kind: "elsewhere" };
  }
}

function placeInLib(folder: string, rest: readonly string[]): Place {
  const part = rest.join("/").replace(/\.tsx?$/, "");
  if (isDomain(folder)) {
    return { kind: "domain", domain: folder, role: roleOf(rest.at(-1) ?? "") };
  }
  switch (folder) {
    case "adapters":
      return rest.length > 1
        ? { kind: "adapter", service: rest[0] ?? "", part: part.slice(part.indexOf("/") + 1) }
        : { kind: "adapter", service: part, part: "index" };
    case "door":
    case "worker":
    case "front":
    case "shared":
      return { kind: folder, part };
    default:
      return { kind: "elsewhere" };
  }
}

function roleOf(fileName: string): Role {
  const name = fileName.replace(/\.tsx?$/, "");
  return namedRoles.find((role) => role === name) ?? "pure";
}

/** Whether a file is for the server only, and so has to say `import "server-only"`. */
export function isServerPlace(place: Place): boolean {
  switch (place.kind) {
    case "domain":
      return !browserRoles.includes(place.role);
    case "adapter":
      return place.part !== "browser" && place.part !== "port";
    case "door":
      return place.part !== "call";
    case "worker":
    case "front":
      return true;
    default:
      return false;
  }
}
