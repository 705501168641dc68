import "server-only";

/**
 * What of a network address stands for one household or office: an IPv4 address, or the first 64 bits of an IPv6 address,
 * since whoever has one IPv6 address has all that begin like it (RFC 6177). An IPv4 address in IPv6 notation is the former.
 * Anything else stands for itself.
 */
export function networkOf(address: string): string {
  const bare = address.trim().toLowerCase().split("%", 1).join("");
  const mapped = /^(?:0*:)*:?(?:0*:)*ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  return bare.includes(":") ? `${groupsOf(bare).slice(0, 4).join(":")}::/64` : bare;
}

/** The eight groups of an IPv6 address without leading zeros; `::` stands for as many zeros as are missing. RFC 4291 2.2 */
function groupsOf(address: string): readonly string[] {
  const [head = [], tail] = address.split("::", 2).map(partsOf);
  const missing = tail === undefined ? 0 : Math.max(8 - head.length - tail.length, 0);
  return [...head, ...Array<string>(missing).fill("0"), ...(tail ?? [])].map((group) =>
    group.replace(/^0+(?=.)/, ""),
  );
}

function partsOf(half: string): readonly string[] {
  return half === "" ? [] : half.split(":");
}
