/**
 * Horizontal zoom and pan of one element: the only place where d3 listens to the DOM, and it writes nothing there. Ctrl+wheel zooms at
 * the pointer, a drag pans, a sideways wheel pans; what a view draws is a function of the `{k, x}` it gets back.
 */
import { select, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from 'd3';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';

export interface Zoom {
  /** 1 = everything fits. */
  readonly k: number;
  /** Where the left end of the content is, in px of the element: 0 or less. */
  readonly x: number;
}

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
  const [behavior] = useState(() => zoom<HTMLElement, unknown>());
  const lastWidth = useRef(width);

  useEffect(() => {
    const element = ref.current;
    if (element === null || !enabled) return;
    behavior
      .filter((event: MouseEvent) =>
        event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.button === 0 && !event.shiftKey,
      )
      .clickDistance(4)
      .on('zoom', ({ transform: { k, x } }) => setCurrent(k === 1 ? FIT : { k, x }));
    const selection = select(element).call(behavior).on('dblclick.zoom', null);
    const pan = (event: WheelEvent) => panByWheel(behavior, element, event);
    element.addEventListener('wheel', pan, { passive: false });
    return () => {
      selection.on('.zoom', null);
      element.removeEventListener('wheel', pan);
    };
  }, [ref, behavior, enabled]);

  useEffect(() => {
    const element = ref.current;
    if (element === null || width <= 0) return;
    behavior
      .extent([
        [0, 0],
        [width, 1],
      ])
      .translateExtent([
        [0, 0],
        [width, 1],
      ])
      .scaleExtent([1, Math.max(1, maxK)]);
    const { k, x } = zoomTransform(element);
    const ratio = lastWidth.current > 0 ? width / lastWidth.current : 1;
    lastWidth.current = width;
    const fitted = clampZoom({ k, x: x * ratio }, width, maxK);
    if (fitted.k !== k || fitted.x !== x) apply(behavior, element, fitted);
  }, [ref, behavior, width, maxK]);

  const control = useMemo<ZoomControl>(() => {
    const onElement = (act: (element: HTMLElement) => void) => {
      if (ref.current !== null && enabled) act(ref.current);
    };
    return {
      zoomBy: (factor) => onElement((element) => behavior.scaleBy(select(element), factor)),
      panBy: (px) =>
        onElement((element) => behavior.translateBy(select(element), -px / zoomTransform(element).k, 0)),
      fit: () => onElement((element) => apply(behavior, element, FIT)),
      show: (left, right) =>
        onElement((element) => {
          const now = zoomTransform(element);
          const shown = zoomToShow(now, left, right, width);
          if (shown !== now) apply(behavior, element, shown);
        }),
    };
  }, [ref, behavior, width, enabled]);

  return [enabled ? current : FIT, control];
}

function apply(behavior: ZoomBehavior<HTMLElement, unknown>, element: HTMLElement, { k, x }: Zoom): void {
  behavior.transform(select(element), zoomIdentity.translate(x, 0).scale(k));
}

/** A wheel without Ctrl scrolls sideways where that is meant; up and down is the scroller's. */
function panByWheel(
  behavior: ZoomBehavior<HTMLElement, unknown>,
  element: HTMLElement,
  event: WheelEvent,
): void {
  const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
  const upright = event.shiftKey ? 0 : event.deltaY;
  const { k } = zoomTransform(element);
  if (event.ctrlKey || event.metaKey || k === 1 || Math.abs(sideways) <= Math.abs(upright)) return;
  event.preventDefault();
  behavior.translateBy(select(element), -sideways / k, 0);
}
