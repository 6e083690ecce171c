/**
 * One element that d3 lets be zoomed and panned sideways: the only place where d3 listens to the DOM, and it writes nothing there.
 * Ctrl+wheel zooms at the pointer, a drag pans, a sideways wheel pans. A chunk of its own: the first picture needs none of it.
 */
import { select, zoom, zoomIdentity, zoomTransform } from 'd3';

export interface Zoom {
  /** 1 = everything fits. */
  readonly k: number;
  /** Where the left end of the content is, in px of the element: 0 or less. */
  readonly x: number;
}

export interface Zoomable {
  readonly now: () => Zoom;
  readonly apply: (to: Zoom) => void;
  /** At the middle of the element. */
  readonly scaleBy: (factor: number) => void;
  /** By px to the left. */
  readonly panBy: (px: number) => void;
  /** How large the element is, and how far it can be zoomed. */
  readonly reach: (width: number, maxK: number) => void;
  readonly stop: () => void;
}

export function zoomable(element: HTMLElement, onZoom: (now: Zoom) => void): Zoomable {
  const behavior = zoom<HTMLElement, unknown>()
    .filter((event: MouseEvent) =>
      event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.button === 0 && !event.shiftKey,
    )
    .clickDistance(4)
    .on('zoom', ({ transform: { k, x } }) => onZoom({ k, x }));
  const selection = select(element).call(behavior).on('dblclick.zoom', null);
  const panBy = (px: number) => behavior.translateBy(selection, -px / zoomTransform(element).k, 0);
  const onWheel = (event: WheelEvent) => {
    const px = sidewaysOf(event);
    if (px === 0 || zoomTransform(element).k === 1) return;
    event.preventDefault();
    panBy(px);
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return {
    now: () => zoomTransform(element),
    apply: ({ k, x }) => behavior.transform(selection, zoomIdentity.translate(x, 0).scale(k)),
    scaleBy: (factor) => behavior.scaleBy(selection, factor),
    panBy,
    reach: (width, maxK) => {
      const whole: [[number, number], [number, number]] = [
        [0, 0],
        [width, 1],
      ];
      behavior
        .extent(whole)
        .translateExtent(whole)
        .scaleExtent([1, Math.max(1, maxK)]);
    },
    stop: () => {
      selection.on('.zoom', null);
      element.removeEventListener('wheel', onWheel);
    },
  };
}

/** A wheel without Ctrl scrolls sideways where that is meant; up and down is the scroller's. */
function sidewaysOf(event: WheelEvent): number {
  const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
  const upright = event.shiftKey ? 0 : event.deltaY;
  return event.ctrlKey || event.metaKey || Math.abs(sideways) <= Math.abs(upright) ? 0 : sideways;
}
