/** Swiping a narrow Score scrubs: the steps follow the finger. */
import { type PointerEvent, useRef } from 'react';

interface Start {
  readonly x: number;
  readonly at: number;
}

export function useSwipe(
  enabled: boolean,
  cell: number,
  at: number,
  length: number,
  onSeek: (step: number) => void,
) {
  const start = useRef<Start | null>(null);
  const moved = useRef(false);
  const end = () => {
    start.current = null;
  };
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      moved.current = false;
      start.current = { x: event.clientX, at };
    },
    onPointerMove: (event: PointerEvent) => {
      if (start.current === null) return;
      const to = swipeTo(start.current, event.clientX, cell, length);
      if (to !== start.current.at) moved.current = true;
      if (moved.current && to !== at) onSeek(to);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
  return { handlers: enabled ? handlers : {}, swiped: () => enabled && moved.current };
}

/** The step that is where the finger went: to the left is forward. */
export function swipeTo(start: Start, x: number, cell: number, length: number): number {
  return Math.min(length, Math.max(0, start.at + Math.round((start.x - x) / cell)));
}
