"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type MediaProblem, mediaProblemOf } from "../live/media-problem.ts";

/** The person's camera while it is being asked for, when it is there, and when it is not. */
export type Camera =
  | { readonly kind: "starting" }
  | { readonly kind: "on"; readonly stream: MediaStream }
  | { readonly kind: "failed"; readonly problem: MediaProblem };

const wanted = { video: { facingMode: "user", width: { ideal: 1280 }, height: { ideal: 960 } } } as const;

/** Opens the camera and switches it off with the component, lamp included, also when the answer comes too late. GAP-076 */
export function useCamera(): { readonly camera: Camera; readonly start: () => void } {
  const [camera, setCamera] = useState<Camera>({ kind: "starting" });
  const turn = useRef(0);
  const open = useRef<MediaStream | null>(null);
  const stop = useCallback(() => {
    turn.current += 1;
    for (const track of open.current?.getTracks() ?? []) track.stop();
    open.current = null;
  }, []);
  const start = useCallback(() => {
    stop();
    const mine = turn.current;
    setCamera({ kind: "starting" });
    void capture().then((captured) => {
      const isLate = mine !== turn.current;
      if (captured.kind === "on") {
        if (isLate) for (const track of captured.stream.getTracks()) track.stop();
        else open.current = captured.stream;
      }
      if (!isLate) setCamera(captured);
    });
  }, [stop]);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  return { camera, start };
}

async function capture(): Promise<Camera> {
  // Browsers hide it where the address is neither https nor localhost.
  if (!navigator.mediaDevices?.getUserMedia) return { kind: "failed", problem: "insecure" };
  try {
    return { kind: "on", stream: await navigator.mediaDevices.getUserMedia(wanted) };
  } catch (error) {
    return { kind: "failed", problem: mediaProblemOf(error) };
  }
}

/** What the camera shows at this moment, as in the mirror that the preview is. */
export async function photoOf(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("the browser cannot draw");
  brush.translate(canvas.width, 0);
  brush.scale(-1, 1);
  brush.drawImage(video, 0, 0);
  return new Promise((resolve, reject) => {
    const done = (photo: Blob | null) => (photo ? resolve(photo) : reject(new Error("no photo was made")));
    canvas.toBlob(done, "image/jpeg", 0.92);
  });
}
