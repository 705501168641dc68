import { describe, expect, it } from "vitest";
import { tileGap, tilesLayout } from "../../../components/live/tiles-layout.ts";

const windows = [
  { name: "wide window", width: 1408, height: 760 },
  { name: "with the panel open", width: 1060, height: 760 },
  { name: "phone upright", width: 374, height: 680 },
  { name: "phone on its side", width: 800, height: 250 },
  { name: "square", width: 700, height: 700 },
];
const counts = Array.from({ length: 25 }, (_, index) => index + 1);

describe.each(windows)("the grid of tiles: $name", ({ width, height }) => {
  it.each(counts)("shows %i people inside the window, none over another", (count) => {
    const { places, tileWidth, tileHeight } = tilesLayout({ count, width, height });
    expect(places).toHaveLength(count);
    expect(tileWidth).toBeGreaterThan(0);
    expect(tileHeight).toBeGreaterThan(0);
    for (const { x, y } of places) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + tileWidth).toBeLessThanOrEqual(width);
      expect(y + tileHeight).toBeLessThanOrEqual(height);
    }
    for (const [index, one] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        const isBeside = Math.abs(one.x - other.x) >= tileWidth + tileGap;
        const isBelow = Math.abs(one.y - other.y) >= tileHeight + tileGap;
        expect(isBeside || isBelow).toBe(true);
      }
    }
  });

  it.each(counts)("wastes no more room for %i people than any other number of columns would", (count) => {
    const { tileWidth, tileHeight } = tilesLayout({ count, width, height });
    for (const columns of counts.filter((columns) => columns <= count)) {
      const rows = Math.ceil(count / columns);
      const cell = (width - tileGap * (columns - 1)) / columns;
      const line = (height - tileGap * (rows - 1)) / rows;
      const widthAt16To9 = Math.floor(Math.min(cell, (line * 16) / 9));
      const heightAt16To9 = Math.floor((widthAt16To9 * 9) / 16);
      expect(tileWidth * tileHeight).toBeGreaterThanOrEqual(widthAt16To9 * heightAt16To9 - tileWidth);
    }
  });
});

describe("the grid of tiles", () => {
  it("puts two people beside each other in a wide window and below each other on a phone", () => {
    expect(tilesLayout({ count: 2, width: 1408, height: 760 }).columns).toBe(2);
    expect(tilesLayout({ count: 2, width: 374, height: 680 }).columns).toBe(1);
  });

  it("gives one person the picture's own shape", () => {
    const { tileWidth, tileHeight } = tilesLayout({ count: 1, width: 1408, height: 760 });
    expect(tileWidth / tileHeight).toBeCloseTo(16 / 9, 1);
  });

  it("puts a last row that is not full in the middle", () => {
    const { places, tileWidth, columns } = tilesLayout({ count: 5, width: 1408, height: 760 });
    expect(columns).toBe(3);
    const lastRow = places.slice(3);
    const startGap = lastRow[0]?.x ?? -1;
    const endGap = 1408 - ((lastRow[1]?.x ?? 0) + tileWidth);
    expect(Math.abs(startGap - endGap)).toBeLessThanOrEqual(1);
    expect(startGap).toBeGreaterThan(places[0]?.x ?? Number.POSITIVE_INFINITY);
  });

  it("keeps 8 pixels between neighbours", () => {
    const { places, tileWidth } = tilesLayout({ count: 4, width: 1408, height: 760 });
    expect((places[1]?.x ?? 0) - (places[0]?.x ?? 0) - tileWidth).toBe(8);
  });

  it("has nothing to place before the window has a size", () => {
    expect(tilesLayout({ count: 3, width: 0, height: 0 }).tileWidth).toBe(0);
    expect(tilesLayout({ count: 0, width: 800, height: 600 }).places).toEqual([]);
  });
});
