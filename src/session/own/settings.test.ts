import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Settings, USUAL } from '../model/document';
import { packSettings, settingsOf, unpackSettings } from './settings';

const all: Settings = {
  granularity: 'access',
  entry: 'tests::transfer',
  args: '2 a,b:c',
  rounds: 3,
  preemptions: 2,
  seconds: 30,
  memory: 512,
  steps: 20_000,
  seed: 7,
  spurious: true,
};

test('settings travel as text, and the usual ones take no room', () => {
  expect(packSettings(all)).toBe(
    'steps:access,run:tests::transfer,args:2%20a%2Cb%3Ac,spurious,rounds:3,pre:2,s:30,mb:512,max:20000,seed:7',
  );
  expect(unpackSettings(packSettings(all))).toEqual(all);
  expect(packSettings({ ...USUAL, seconds: 5 })).toBe('s:5');
  expect(packSettings(USUAL)).toBe('');
  expect(packSettings({ ...USUAL, preemptions: 0 })).toBe('pre:0');
  expect(unpackSettings('pre:0')?.preemptions).toBe(0);
  expect(unpackSettings('')).toBeUndefined();
  // As kept, and as links said it, before there was a bound of preemptions.
  const { preemptions: _, steps: __, seed: ___, ...before } = all;
  expect(packSettings(before as Settings)).toBe(
    packSettings({ ...all, preemptions: null, steps: null, seed: null }),
  );
  expect(unpackSettings('rounds:3')).toEqual({ ...USUAL, rounds: 3 });
});

test('what makes no sense is as usual, and what is too much is the most there is', () => {
  expect(settingsOf({ ...USUAL, entry: '1; system()' })).toBeUndefined();
  expect(settingsOf({ ...USUAL, entry: ' transfer() ' })?.entry).toBe('transfer');
  expect(settingsOf({ ...USUAL, args: ' 2 \u0001  3\n' })?.args).toBe('2 3');
  expect(unpackSettings('args:%E0%A4%A,spurious')?.args).toBe('');
  expect(settingsOf({ ...USUAL, seconds: 1e9, memory: 1, rounds: 2.7 })).toMatchObject({
    seconds: 3600,
    memory: 16,
    rounds: 2,
  });
  expect(
    settingsOf({ ...USUAL, seconds: -1, preemptions: -1, memory: Number.NaN, rounds: 0 }),
  ).toBeUndefined();
});

test('whatever the form may give is the same behind a link', () => {
  const number = (least: number, most: number) => fc.option(fc.integer({ min: least, max: most }));
  const settings = fc.record({
    granularity: fc.constantFrom('sync' as const, 'access' as const),
    entry: fc.constantFrom('main', 'tests::f'),
    args: fc.constantFrom('', '2 1000', 'a,b:c'),
    rounds: number(1, 99),
    preemptions: number(0, 99),
    seconds: number(1, 3600),
    memory: number(16, 4096),
    steps: number(1, 100_000),
    seed: number(0, 2 ** 31 - 1),
    spurious: fc.boolean(),
  });
  fc.assert(
    fc.property(settings, (each) => {
      expect(unpackSettings(packSettings(each)) ?? USUAL).toEqual(each);
    }),
  );
});

test('any text is read', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = unpackSettings(text);
      expect(unpackSettings(packSettings(read))).toEqual(read);
    }),
  );
});
