import { describe, expect, it } from "vitest";
import { mostTiles, visiblePeople } from "../../../components/live/visible-people.ts";

const crowd = Array.from({ length: 30 }, (_, index) => `person-${index}`);

describe("whose tiles are shown", () => {
  it("shows everybody while there is room", () => {
    const order = crowd.slice(0, mostTiles);
    expect(visiblePeople({ order, speaking: [], shown: [] })).toEqual(order);
  });

  it("leaves one place for the number of the others when there are more", () => {
    expect(visiblePeople({ order: crowd, speaking: [], shown: [] })).toEqual(crowd.slice(0, mostTiles - 1));
  });

  it("brings somebody who speaks unseen to the last place and moves nobody else", () => {
    const before = visiblePeople({ order: crowd, speaking: [], shown: [] });
    const after = visiblePeople({ order: crowd, speaking: ["person-29"], shown: before });
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(after.at(-1)).toBe("person-29");
  });

  it("does not take the place of somebody else who speaks", () => {
    const shown = visiblePeople({ order: crowd, speaking: [], shown: [] });
    const last = shown.at(-1) ?? "";
    const after = visiblePeople({ order: crowd, speaking: [last, "person-28"], shown });
    expect(after).toContain(last);
    expect(after).toContain("person-28");
  });

  it("keeps who was brought forward after they fall silent", () => {
    const shown = visiblePeople({ order: crowd, speaking: ["person-29"], shown: [] });
    expect(visiblePeople({ order: crowd, speaking: [], shown })).toEqual(shown);
  });

  it("fills the place of somebody who left", () => {
    const shown = visiblePeople({ order: crowd, speaking: [], shown: [] });
    const order = crowd.filter((identity) => identity !== "person-3");
    const after = visiblePeople({ order, speaking: [], shown });
    expect(after).toHaveLength(mostTiles - 1);
    expect(after).not.toContain("person-3");
    expect(after).toContain("person-24");
  });
});
