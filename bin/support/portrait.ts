import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** Hues of one drawn person, in degrees. */
export type Portrait = { readonly ground: number; readonly clothes: number; readonly hair: number };

const width = 640;
const height = 360;
const frames = 20;
const framesPerSecond = 10;

type Color = readonly [y: number, u: number, v: number];

/**
 * Writes what Chromium plays as the picture of a camera (YUV4MPEG2): a drawn person who moves a little. Nobody's
 * likeness stands in the pictures that are made with it.
 */
export async function writePortrait(file: string, portrait: Portrait): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  for (let frame = 0; frame < frames; frame++) {
    stream.write("FRAME\n");
    stream.write(frameOf(portrait, Math.sin((2 * Math.PI * frame) / frames)));
  }
  stream.end();
  await once(stream, "finish");
}

function frameOf(portrait: Portrait, sway: number): Buffer {
  const colors = colorsOf(portrait);
  const luma = Buffer.alloc(width * height);
  const blue = Buffer.alloc((width * height) / 4);
  const red = Buffer.alloc((width * height) / 4);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [y, u, v] = colorAt(colors, { x: column, y: row, sway });
      luma[row * width + column] = y;
      if (row % 2 || column % 2) continue;
      const place = (row / 2) * (width / 2) + column / 2;
      blue[place] = u;
      red[place] = v;
    }
  }
  return Buffer.concat([luma, blue, red]);
}

type Colors = ReturnType<typeof colorsOf>;

function colorsOf({ ground, clothes, hair }: Portrait) {
  return {
    wall: yuv(ground, 0.18, 0.8),
    floor: yuv(ground, 0.22, 0.62),
    clothes: yuv(clothes, 0.4, 0.45),
    skin: yuv(24, 0.36, 0.8),
    hair: yuv(hair, 0.45, 0.26),
  };
}

type Point = { readonly x: number; readonly y: number; readonly sway: number };

function colorAt(colors: Colors, { x, y, sway }: Point): Color {
  const middle = width / 2 + 6 * sway;
  const isInside = (centreX: number, centreY: number, radiusX: number, radiusY: number) =>
    ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 < 1;
  if (isInside(middle, 168, 54, 68)) return y < 128 ? colors.hair : colors.skin;
  if (isInside(middle, 150, 70, 76)) return colors.hair;
  if (isInside(middle, 240, 24, 40)) return colors.skin;
  if (isInside(width / 2 + 3 * sway, 390, 150, 140)) return colors.clothes;
  return y < 250 ? colors.wall : colors.floor;
}

/** From hue, saturation and lightness to the planes of a video (BT.601, full range). */
function yuv(hue: number, saturation: number, lightness: number): Color {
  const part = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const chroma = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  const [r, g, b] = [part(0), part(8), part(4)];
  const y = 0.299 * r + 0.587 * g + 0.114 * b;
  return [Math.round(y), Math.round(128 + 0.564 * (b - y)), Math.round(128 + 0.713 * (r - y))];
}
