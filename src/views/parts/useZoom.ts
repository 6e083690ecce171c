/**
 * Horizontal zoom and pan of one element: what a view draws is a function of the `{k, x}` it gets back. Who listens comes later than
 * the first picture (zoomable.ts); until then everything fits.
 */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Zoom, Zoomable } from './zoomable';

export interface ZoomOptions {
  /** Of the element, in px. */
  readonly width: number;
  readonly maxK: number;
  /** False: nothing listens, and the zoom is the fit. */
  readonly enabled: boolean;
}

export interface ZoomControl {
  /** Zooms at the middle of the element. */
  zoomBy(factor: number): void;
  /** Moves the content to the left by px. */
  panBy(px: number): void;
  fit(): void;
  /** Moves by as little as shows the stretch `left..right`, in px of the unzoomed content. */
  show(left: number, right: number): void;
}

export const FIT: Zoom = { k: 1, x: 0 };

/** No wider than `maxK`, and no gap at either end. */
export function clampZoom({ k, x }: Zoom, width: number, maxK: number): Zoom {
  const clamped = Math.min(Math.max(1, k), Math.max(1, maxK));
  return { k: clamped, x: Math.min(0, Math.max(width - width * clamped, x)) };
}

/** The zoom that shows `left..right` and differs least from `from`. */
export function zoomToShow(from: Zoom, left: number, right: number, width: number): Zoom {
  const { k, x } = from;
  if (left * k + x < 0) return { k, x: Math.min(0, -left * k) };
  if (right * k + x > width) return { k, x: Math.max(width - width * k, width - right * k) };
  return from;
}

export function useZoom(
  ref: RefObject<HTMLElement | null>,
  { width, maxK, enabled }: ZoomOptions,
): [Zoom, ZoomControl] {
  const [current, setCurrent] = useState<Zoom>(FIT);
  const [handle, setHandle] = useState<Zoomable | null>(null);
  const lastWidth = useRef(width);

  useEffect(() => {
    if (!enabled) return;
    let made: Zoomable | null = null;
    let left = false;
    const listen = ({ zoomable }: typeof import('./zoomable')): void => {
      if (left || ref.current === null) return;
      made = zoomable(ref.current, (now) => setCurrent(now.k === 1 ? FIT : now));
      setHandle(made);
    };
    import('./zoomable').then(listen, () => {}); // Without it the picture stays as it is: it fits.
    return () => {
      left = true;
      made?.stop();
      setHandle(null);
    };
  }, [ref, enabled]);

  useEffect(() => {
    if (handle === null || width <= 0) return;
    handle.reach(width, maxK);
    const { k, x } = handle.now();
    const ratio = lastWidth.current > 0 ? width / lastWidth.current : 1;
    lastWidth.current = width;
    const fitted = clampZoom({ k, x: x * ratio }, width, maxK);
    if (fitted.k !== k || fitted.x !== x) handle.apply(fitted);
  }, [handle, width, maxK]);

  const control = useMemo<ZoomControl>(
    () => ({
      zoomBy: (factor) => handle?.scaleBy(factor),
      panBy: (px) => handle?.panBy(px),
      fit: () => handle?.apply(FIT),
      show: (left, right) => {
        if (handle === null) return;
        const now = handle.now();
        const shown = zoomToShow(now, left, right, width);
        if (shown !== now) handle.apply(shown);
      },
    }),
    [handle, width],
  );

  return [enabled ? current : FIT, control];
}
