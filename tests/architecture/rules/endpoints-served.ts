import {
  type DeclaredEndpoint,
  declaredEndpoints,
  routeFiles,
  type ServedEndpoint,
  servedEndpoints,
} from "../http-contract.ts";
import { type Rule, type Violation, violationAt } from "../source-tree.ts";

/** The contract says what there is, and there is what it says. */
export const endpointsServed: Rule = {
  name: "every declared endpoint is served at its path, and every route of the API is declared",
  advice:
    "let app/api/v1/<path>/route.ts and the endpoint in endpoints.ts say the same method and path; {eventId} is the folder [eventId]",
  check: (tree) => {
    const declared = declaredEndpoints(tree);
    const served = routeFiles(tree).flatMap(servedEndpoints);
    return [
      ...declared.flatMap((endpoint) => flawsOfDeclared(endpoint, declared, served)),
      ...served
        .filter(({ file }) => file.path.startsWith("app/api/v1/"))
        .flatMap((route) => flawsOfServed(route, declared)),
    ];
  },
};

function flawsOfDeclared(
  { file, node, address, name }: DeclaredEndpoint,
  declared: readonly DeclaredEndpoint[],
  served: readonly ServedEndpoint[],
): Violation[] {
  if (address === undefined) {
    return [violationAt(file, node, `method and path of ${name} have to be literals`)];
  }
  if (name === "") {
    return [violationAt(file, node, `${address} is not exported by a name of its own`)];
  }
  if (declared.filter((other) => other.address === address).length > 1) {
    return [violationAt(file, node, `${address} is declared twice`)];
  }
  return served.some((route) => route.address === address)
    ? []
    : [violationAt(file, node, `${name}: no route serves ${address}`)];
}

function flawsOfServed(
  { file, node, address, endpoint }: ServedEndpoint,
  declared: readonly DeclaredEndpoint[],
): Violation[] {
  if (endpoint === undefined) {
    return [];
  }
  const contract = declared.find(
    (candidate) => candidate.file.path === endpoint.path && candidate.name === endpoint.name,
  );
  if (contract === undefined) {
    return [violationAt(file, node, `${endpoint.name} is no endpoint of ${endpoint.path}`)];
  }
  return contract.address === undefined || contract.address === address
    ? []
    : [violationAt(file, node, `serves ${address}, but ${endpoint.name} is ${contract.address}`)];
}
