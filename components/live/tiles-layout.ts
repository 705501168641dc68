/** Space between two tiles, in CSS pixels. */
export const tileGap = 8;

/** Where a tile lies, in CSS pixels from the box's inline start and block start. */
export type TilePlace = { readonly x: number; readonly y: number };

export type TilesLayout = {
  readonly columns: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** One for each tile, row by row; a last row that is not full stands in the middle. */
  readonly places: readonly TilePlace[];
};

type Box = { readonly count: number; readonly width: number; readonly height: number };

const widest = 16 / 9;

/** The grid in which all tiles are of one size, as large as possible, inside the box, 8 px apart. */
export function tilesLayout(box: Box): TilesLayout {
  const candidates = Array.from({ length: box.count }, (_, index) => tileIn(box, index + 1));
  const best = candidates.reduce<Candidate>((best, other) => (area(other) > area(best) ? other : best), {
    columns: 1,
    rows: Math.max(1, box.count),
    tileWidth: 0,
    tileHeight: 0,
  });
  const { columns, tileWidth, tileHeight } = best;
  return { columns, tileWidth, tileHeight, places: placesIn(box, best) };
}

type Candidate = {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
};

function tileIn({ count, width, height }: Box, columns: number): Candidate {
  const rows = Math.ceil(count / columns);
  const cellWidth = Math.max(0, (width - tileGap * (columns - 1)) / columns);
  const cellHeight = Math.max(0, (height - tileGap * (rows - 1)) / rows);
  // A high window may cut the sides of the pictures, so that people on phones are not shown as stripes.
  const narrowest = width > height ? 4 / 3 : 3 / 4;
  const tileWidth = Math.floor(Math.min(cellWidth, cellHeight * widest));
  const tileHeight = Math.floor(Math.min(cellHeight, tileWidth / narrowest));
  return { columns, rows, tileWidth, tileHeight };
}

function area({ tileWidth, tileHeight }: Candidate): number {
  return tileWidth * tileHeight;
}

function placesIn({ count, width, height }: Box, { columns, rows, tileWidth, tileHeight }: Candidate) {
  const blockStart = middle(height, rows, tileHeight);
  return Array.from({ length: count }, (_, index): TilePlace => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const column = index % columns;
    return {
      x: middle(width, inRow, tileWidth) + column * (tileWidth + tileGap),
      y: blockStart + row * (tileHeight + tileGap),
    };
  });
}

/** Where a line of `count` pieces of one length starts, so that it stands in the middle. */
function middle(room: number, count: number, piece: number): number {
  return Math.max(0, Math.floor((room - (count * piece + (count - 1) * tileGap)) / 2));
}
