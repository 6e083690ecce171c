import { beforeEach, expect, test, vi } from 'vitest';
import { rememberPreferences } from './preferences';
import { createSession } from './session';

const storage = (text: string | null = null) => {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  } as unknown as Storage;
};

let { store, actions } = createSession([]);
beforeEach(() => {
  ({ store, actions } = createSession([]));
});

test('what a user chose is there on the next visit', () => {
  const kept = storage();
  const stop = rememberPreferences(store, kept);
  actions.setTheme('dark');
  actions.setSpeed(Number.POSITIVE_INFINITY);
  actions.setPanes('columns', [20, 50, 30]);
  store.setState({ best: { 'demo/before': 1, 'demo/landed': 'safe' } });
  store.setState({ measured: { 'demo/before': { runs: 10_000, failed: 3 } } });
  stop();
  ({ store, actions } = createSession([]));
  rememberPreferences(store, kept)();
  expect(store.getState()).toMatchObject({
    theme: 'dark',
    speed: Number.POSITIVE_INFINITY,
    panes: { columns: [20, 50, 30] },
    best: { 'demo/before': 1, 'demo/landed': 'safe' },
    measured: { 'demo/before': { runs: 10_000, failed: 3 } },
  });
});

test.each([
  'nonsense',
  'null',
  '[]',
  '{"theme":"pink","speed":-1,"panes":{"columns":["x"]},"read":{"demo":"all"},"best":{"demo/before":-1}}',
  '{"measured":{"demo/a":{"runs":0,"failed":0},"demo/b":{"runs":2,"failed":3},"demo/c":7}}',
])('%s in the storage is ignored', (text) => {
  rememberPreferences(store, storage(text))();
  expect(store.getState()).toMatchObject({
    theme: 'system',
    speed: 2,
    panes: {},
    read: {},
    best: {},
    measured: {},
  });
});

test('a storage that is blocked is no reason to fail', () => {
  const blocked = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const stop = rememberPreferences(store, { getItem: blocked, setItem: blocked } as unknown as Storage);
  expect(() => actions.setTheme('light')).not.toThrow();
  stop();
  vi.stubGlobal('localStorage', undefined);
  expect(() => rememberPreferences(store)).not.toThrow();
  Object.defineProperty(globalThis, 'localStorage', { get: blocked, configurable: true });
  expect(() => rememberPreferences(store)).not.toThrow();
  vi.unstubAllGlobals();
});
