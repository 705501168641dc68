"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import styles from "./level-meter.module.css";

/** How often the spoken value follows the picture. */
const tellEveryMs = 500;

/** Shows how loud the microphone hears, so that people see that it works. */
export function LevelMeter({ track }: { readonly track: MediaStreamTrack }) {
  const t = useTranslations("stage.join");
  const bar = useRef<HTMLSpanElement>(null);
  const [percent, setPercent] = useState(0);
  useEffect(() => watchLevel(track, bar, setPercent), [track]);
  return (
    <span className={styles.meter}>
      <meter className={styles.spoken} aria-label={t("level")} min={0} max={100} value={percent} />
      <span ref={bar} className={styles.level} />
    </span>
  );
}

function watchLevel(
  track: MediaStreamTrack,
  bar: { readonly current: HTMLElement | null },
  onPercent: (percent: number) => void,
): () => void {
  const audio = new AudioContext();
  const analyser = audio.createAnalyser();
  analyser.fftSize = 512;
  audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let frame = 0;
  let shown = 0;
  let toldAt = 0;
  const draw = (now: number) => {
    analyser.getFloatTimeDomainData(samples);
    shown = Math.max(percentOf(samples), shown * 0.86);
    bar.current?.style.setProperty("--level", `${shown.toFixed(1)}%`);
    if (now - toldAt > tellEveryMs) {
      toldAt = now;
      onPercent(Math.round(shown));
    }
    frame = requestAnimationFrame(draw);
  };
  frame = requestAnimationFrame(draw);
  return () => {
    cancelAnimationFrame(frame);
    void audio.close();
  };
}

/** Loudness on the scale of the ear: -60 dB is nothing, -10 dB is full. */
function percentOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power + 1e-9);
  return Math.min(100, Math.max(0, (decibels + 60) * 2));
}
