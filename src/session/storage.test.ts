import { beforeEach, expect, test, vi } from 'vitest';
import { setPanes, setSpeed, setTheme } from './actions';
import { resetSession } from './queue';
import { session } from './session';
import { rememberPreferences } from './storage';

const storage = (text: string | null = null) => {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  } as unknown as Storage;
};

beforeEach(() => resetSession());

test('what a user chose is there on the next visit', () => {
  const kept = storage();
  const stop = rememberPreferences(kept);
  setTheme('dark');
  setSpeed(Number.POSITIVE_INFINITY);
  setPanes('columns', [20, 50, 30]);
  session.setState({ best: { 'demo/before': 1, 'demo/landed': 'safe' } });
  stop();
  resetSession();
  rememberPreferences(kept)();
  expect(session.getState()).toMatchObject({
    theme: 'dark',
    speed: Number.POSITIVE_INFINITY,
    panes: { columns: [20, 50, 30] },
    best: { 'demo/before': 1, 'demo/landed': 'safe' },
  });
});

test.each([
  'nonsense',
  'null',
  '[]',
  '{"theme":"pink","speed":-1,"panes":{"columns":["x"]},"read":{"demo":"all"},"best":{"demo/before":-1}}',
])('%s in the storage is ignored', (text) => {
  rememberPreferences(storage(text))();
  expect(session.getState()).toMatchObject({ theme: 'system', speed: 2, panes: {}, read: {}, best: {} });
});

test('a storage that is blocked is no reason to fail', () => {
  const blocked = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const stop = rememberPreferences({ getItem: blocked, setItem: blocked } as unknown as Storage);
  expect(() => setTheme('light')).not.toThrow();
  stop();
  vi.stubGlobal('localStorage', undefined);
  expect(() => rememberPreferences()).not.toThrow();
  Object.defineProperty(globalThis, 'localStorage', { get: blocked, configurable: true });
  expect(() => rememberPreferences()).not.toThrow();
  vi.unstubAllGlobals();
});
