import { closeSync, openSync, writeSync } from "node:fs";

/** Who sits before a made-up camera: colours as red, green and blue. */
export type Sitter = {
  readonly wall: Colour;
  readonly skin: Colour;
  readonly hair: Colour;
  readonly coat: Colour;
};

type Colour = readonly [red: number, green: number, blue: number];

const width = 640;
const height = 360;
const framesPerSecond = 20;
const seconds = 2;

/**
 * Writes a film that Chromium takes for its camera (`--use-file-for-fake-video-capture`): somebody drawn in plain colours,
 * who nods a little. Uncompressed YUV 4:2:0 with a line of text before each frame.
 */
export function writeCameraFilm(file: string, sitter: Sitter): void {
  const descriptor = openSync(file, "w");
  try {
    writeSync(descriptor, `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
    const frames = framesPerSecond * seconds;
    for (let frame = 0; frame < frames; frame++) {
      writeSync(descriptor, "FRAME\n");
      writeSync(descriptor, frameOf(sitter, Math.sin((2 * Math.PI * frame) / frames)));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** `sway` goes from -1 to 1. */
function frameOf(sitter: Sitter, sway: number): Buffer {
  const planes = Buffer.alloc((width * height * 3) / 2);
  const luma = width * height;
  const chroma = luma / 4;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [brightness, blue, red] = videoColour(colourAt(sitter, { x, y, sway }));
      planes[y * width + x] = brightness;
      if (x % 2 || y % 2) continue;
      const place = (y / 2) * (width / 2) + x / 2;
      planes[luma + place] = blue;
      planes[luma + chroma + place] = red;
    }
  }
  return planes;
}

type Point = { readonly x: number; readonly y: number; readonly sway: number };

function colourAt({ wall, skin, hair, coat }: Sitter, { x, y, sway }: Point): Colour {
  const middle = width / 2 + 5 * sway;
  const head = { x: middle, y: 150 + 3 * sway };
  if (isInside({ x, y }, { x: head.x, y: head.y + 8, across: 52, down: 66 })) return skin;
  if (isInside({ x, y }, { x: head.x, y: head.y - 14, across: 66, down: 72 })) return hair;
  if (Math.abs(x - middle) < 22 && y > head.y && y < 250) return shaded(skin, 0.9);
  if (isInside({ x, y }, { x: width / 2 + 2 * sway, y: 372, across: 150, down: 138 })) return coat;
  // A window on one side, so that it is a place and not a sheet of paper.
  if (x > 470 && x < 590 && y > 40 && y < 190)
    return Math.abs(x - 530) < 3 || Math.abs(y - 115) < 3 ? wall : shaded(wall, 1.18);
  return y > 300 ? shaded(wall, 0.82) : wall;
}

type Ellipse = { readonly x: number; readonly y: number; readonly across: number; readonly down: number };

function isInside(point: Pick<Point, "x" | "y">, { x, y, across, down }: Ellipse): boolean {
  return ((point.x - x) / across) ** 2 + ((point.y - y) / down) ** 2 < 1;
}

function shaded([red, green, blue]: Colour, factor: number): Colour {
  return [red * factor, green * factor, blue * factor];
}

/** To BT.601 as cameras have it, where black is 16 and white 235. */
function videoColour([red, green, blue]: Colour): Colour {
  const level = (value: number) => Math.max(16, Math.min(240, Math.round(value)));
  return [
    level(16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255),
    level(128 + (-37.797 * red - 74.203 * green + 112 * blue) / 255),
    level(128 + (112 * red - 93.786 * green - 18.214 * blue) / 255),
  ];
}
