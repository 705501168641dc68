/** How many tiles the stage shows at once; the last one stands for everybody else when there are more people. */
export const mostTiles = 25;

type Asked = {
  /** Identities in the order in which people came. */
  readonly order: readonly string[];
  readonly speaking: readonly string[];
  /** What was shown until now. */
  readonly shown: readonly string[];
};

/**
 * Whose tiles are shown. Everybody, while there is room for everybody; else those who are shown already stay where they
 * are, and somebody who speaks without being seen takes the last place.
 */
export function visiblePeople({ order, speaking, shown }: Asked): readonly string[] {
  if (order.length <= mostTiles) return order;
  const room = mostTiles - 1;
  const stay = shown.filter((identity) => order.includes(identity)).slice(0, room);
  const filled = [...stay, ...order.filter((identity) => !stay.includes(identity))].slice(0, room);
  const unseen = speaking.filter((identity) => order.includes(identity) && !filled.includes(identity));
  return unseen.reduce<readonly string[]>(
    (visible, identity) => withSpeaker({ visible, identity, speaking }),
    filled,
  );
}

/** Gives the speaker the place of the last person who is silent. */
function withSpeaker(asked: {
  readonly visible: readonly string[];
  readonly identity: string;
  readonly speaking: readonly string[];
}): readonly string[] {
  const { visible, identity, speaking } = asked;
  const place = visible.findLastIndex((other) => !speaking.includes(other));
  return visible.map((other, index) => (index === place ? identity : other));
}
