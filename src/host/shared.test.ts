import { afterEach, expect, test, vi } from 'vitest';
import { canShareMemory } from './shared';

afterEach(() => vi.unstubAllGlobals());

test('an isolated page with shared memory that can be sent shares memory', () => {
  vi.stubGlobal('crossOriginIsolated', true);
  expect(canShareMemory()).toBe(true);
});

test('a page that is not isolated does not', () => {
  vi.stubGlobal('crossOriginIsolated', false);
  expect(canShareMemory()).toBe(false);
});

test('nor does one that says it is isolated and has no shared memory, as WebKitGTK', () => {
  vi.stubGlobal('crossOriginIsolated', true);
  vi.stubGlobal('SharedArrayBuffer', undefined);
  expect(canShareMemory()).toBe(false);
});

test.each([
  [
    'made',
    {
      SharedArrayBuffer: () => {
        throw new TypeError('no');
      },
    },
  ],
  [
    'sent',
    {
      SharedArrayBuffer: function Unclonable(this: { f: () => void }) {
        this.f = () => {};
      },
    },
  ],
])('nor one whose shared memory cannot be %s', (_what, globals) => {
  vi.stubGlobal('crossOriginIsolated', true);
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  expect(canShareMemory()).toBe(false);
});
