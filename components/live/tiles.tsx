"use client";

import type { TrackReferenceOrPlaceholder } from "@livekit/components-react";
import { useSpeakingParticipants } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Joiner } from "./join-screen.tsx";
import { Tile } from "./tile.tsx";
import styles from "./tiles.module.css";
import { tilesLayout } from "./tiles-layout.ts";
import { visiblePeople } from "./visible-people.ts";

type Props = {
  /** One for each person, in the order in which they stand. */
  readonly cameras: readonly TrackReferenceOrPlaceholder[];
  readonly me: Joiner;
  readonly onShowPeople: () => void;
};

/** Everybody in a grid that fills the stage. */
export function Tiles({ cameras, me, onShowPeople }: Props) {
  const t = useTranslations("stage");
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const visible = useVisible(cameras);
  const hidden = cameras.length - visible.length;
  const count = visible.length + (hidden > 0 ? 1 : 0);
  const { places, tileWidth, tileHeight } = tilesLayout({ count, ...size });
  const styleAt = (index: number) => ({
    position: "absolute" as const,
    insetInlineStart: places[index]?.x,
    insetBlockStart: places[index]?.y,
    inlineSize: tileWidth,
    blockSize: tileHeight,
  });
  return (
    <div ref={box} className={styles.tiles}>
      {visible.map((camera, index) => (
        <Tile key={keyOf(camera)} camera={camera} me={me} style={styleAt(index)} />
      ))}
      {hidden > 0 ? (
        <button
          type="button"
          className={styles.others}
          style={styleAt(visible.length)}
          onClick={onShowPeople}
        >
          {t("othersCount", { count: hidden })}
        </button>
      ) : null}
    </div>
  );
}

/** The same for one person over all connections, so that a tile stays when somebody comes back. */
export function keyOf({ participant }: TrackReferenceOrPlaceholder): string {
  return participant.isLocal ? "local" : participant.identity;
}

function useVisible(cameras: readonly TrackReferenceOrPlaceholder[]): readonly TrackReferenceOrPlaceholder[] {
  const speaking = useSpeakingParticipants().map(({ identity, isLocal }) => (isLocal ? "local" : identity));
  const shown = useRef<readonly string[]>([]);
  const visible = visiblePeople({ order: cameras.map(keyOf), speaking, shown: shown.current });
  useEffect(() => {
    shown.current = visible;
  });
  return visible.flatMap((key) => cameras.find((camera) => keyOf(camera) === key) ?? []);
}

function useSize(element: RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
