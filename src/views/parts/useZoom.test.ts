import { expect, test } from 'vitest';
import { clampZoom, FIT, zoomToShow } from './useZoom';

test('showing what is already visible moves nothing', () => {
  const now = { k: 4, x: -400 };
  expect(zoomToShow(now, 110, 120, 1000)).toBe(now);
  expect(zoomToShow(FIT, 0, 1000, 1000)).toBe(FIT);
});

test('what lies outside comes in by the near edge, at the same zoom', () => {
  expect(zoomToShow({ k: 4, x: -400 }, 50, 60, 1000)).toEqual({ k: 4, x: -200 });
  expect(zoomToShow({ k: 4, x: -400 }, 390, 400, 1000)).toEqual({ k: 4, x: -600 });
});

test('nothing is shown beyond either end', () => {
  expect(clampZoom({ k: 2, x: 30 }, 1000, 8)).toEqual({ k: 2, x: 0 });
  expect(clampZoom({ k: 2, x: -1200 }, 1000, 8)).toEqual({ k: 2, x: -1000 });
  expect(clampZoom({ k: 20, x: -1200 }, 1000, 8)).toEqual({ k: 8, x: -1200 });
  expect(clampZoom({ k: 3, x: -500 }, 1000, 0.5)).toEqual({ k: 1, x: 0 });
});
