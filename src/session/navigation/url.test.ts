import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepIndex, ThreadId } from '../../engine';
import { isOwn } from '../model/selectors';
import { type CodePane, initialState, type Mode, type NowPane, type SessionState } from '../model/state';
import { addressOf, LONGEST_LABEL, parseAddress } from './url';

const choice = fc.record({ thread: fc.nat(70).map((id) => id as ThreadId), pick: fc.nat(3) });
const places = fc.record({
  route: fc.record({
    page: fc.constant('document' as const),
    // What is one's own says other things in its links.
    collection: fc
      .oneof(fc.constant('mb-38521'), fc.string({ minLength: 1 }))
      .filter((name) => !isOwn({ route: { page: 'document', collection: name, slug: '' } })),
    slug: fc.oneof(fc.constant('before'), fc.string({ minLength: 1 })),
  }),
  schedule: fc.record({
    granularity: fc.constantFrom('sync' as const, 'access' as const),
    choices: fc.array(choice, { maxLength: 40 }),
  }),
  at: fc.nat(40).map((at) => at as StepIndex),
  hash: fc.string({ maxLength: 8 }),
  story: fc.constantFrom('before', 'null-check'),
  beat: fc.integer({ min: -1, max: 9 }),
  mode: fc.constantFrom<Mode>('guided', 'explore'),
  challenge: fc.constantFrom<SessionState['challenge']>('off', 'on'),
  codePane: fc.constantFrom<CodePane>('source', 'diff', 'compare', 'free', 'story'),
  compare: fc.constantFrom('', 'null-check'),
  nowPane: fc.constantFrom<NowPane>('objects', 'locks', 'report'),
  finding: fc.option(fc.nat(5)),
  label: fc.record({
    title: fc.constantFrom('', 'The crash', '<b>&amp;?#'),
    note: fc.constantFrom('', 'Look at step 14. What is null?'),
  }),
});
const place = {
  ...initialState,
  route: { page: 'document', collection: 'mb-38521', slug: 'before' },
} as const;

/** What a document of a person's own would put into its links. */
const carried = fc.dictionary(fc.constantFrom('src', 'name', 'S', ''), fc.string());

test('a link leads back to the place it was made of', () => {
  fc.assert(
    fc.property(places, carried, (made, more) => {
      const { route, schedule, at, hash, story, beat, mode, challenge, codePane, compare, nowPane } = made;
      const { finding, label } = made;
      expect(parseAddress(addressOf(made, more))).toEqual({
        carried: more,
        collection: route.collection,
        slug: route.slug,
        ...{ schedule, at, beat, mode, codePane, nowPane, finding, label },
        challenge: challenge === 'on',
        compare: codePane === 'compare' ? compare : '',
        story: beat >= 0 && story !== route.slug ? story : null,
        hash: hash === '' ? null : hash,
        damaged: false,
        newer: false,
      });
    }),
  );
});

test('words of a link are text of one line, of so many characters, and say nothing of how it is shown', () => {
  const link = parseAddress(
    `#/mb-38521?title=${encodeURIComponent(`a\nb\u202Ec${'d'.repeat(200)}`)}&note=%20`,
  );
  expect(link).toMatchObject({ mode: null, carried: {} });
  expect(link?.label.title).toMatch(/^a b cd+$/);
  expect(link?.label.title).toHaveLength(LONGEST_LABEL.title);
  expect(link?.label.note).toBe('');
});

test('a challenge can be set by hand, and so can a comparison', () => {
  expect(parseAddress('#/mb-38521/before?challenge=1')).toMatchObject({ schedule: null, challenge: true });
  expect(parseAddress('#/mb-38521/before?compare=landed')).toMatchObject({
    codePane: 'compare',
    compare: 'landed',
  });
});

test('a person can read and shorten it', () => {
  expect(addressOf(place)).toBe('#/mb-38521/before?s=&at=0&v=1&mode=guided');
  expect(addressOf(initialState)).toBe('#/');
  expect(parseAddress('#/mb-38521')).toMatchObject({
    collection: 'mb-38521',
    slug: null,
    schedule: null,
    at: 0,
  });
  expect(parseAddress('#/mb-38521/landed?s=a2b&at=2')).toMatchObject({ slug: 'landed', at: 2 });
  for (const home of ['', '#', '#/', '/']) expect(parseAddress(home)).toBeNull();
});

describe('a link that is not in order', () => {
  test('keeps the steps before the damage, and says so', () => {
    const link = parseAddress('#/mb-38521/before?s=a2b3%%&at=4&v=1');
    expect(link?.damaged).toBe(true);
    expect(link?.schedule?.choices).toHaveLength(5);
  });

  test('of a newer version is read as far as it is known', () => {
    expect(parseAddress('#/x/y?s=a2&at=1&v=7&code=hologram')).toMatchObject({
      newer: true,
      at: 1,
      codePane: 'source',
    });
  });

  test('never throws, whatever was done to it', () => {
    const address = addressOf({
      ...place,
      schedule: { granularity: 'sync', choices: [] },
      hash: 'x9Q',
      beat: 2,
    });
    const edits = fc.array(fc.record({ at: fc.nat(60), drop: fc.nat(4), put: fc.string({ maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(edits, (changes) => {
        const mutated = changes.reduce(
          (text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop),
          address,
        );
        const link = parseAddress(mutated);
        if (link !== null) expect(link.at).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});
