import { type RoomOrder, roomOrders } from "#lib/conferences/rooms/room-order";

/** Parameters of an address, as a page and a browser both have them. */
type Parameters = { readonly get: (name: string) => string | null };

/** What the address of the section says: the words that are searched for, and the order. */
export function roomsAddress(parameters: Parameters): { readonly text: string; readonly order: RoomOrder } {
  const order = parameters.get("order");
  return {
    text: parameters.get("q") ?? "",
    order: roomOrders.find((known) => known === order) ?? "recent",
  };
}

/** What opens the card of a room on the page one is on. */
export function roomParameters({ number }: { readonly number: string }) {
  return { room: number, event: null, at: null };
}
