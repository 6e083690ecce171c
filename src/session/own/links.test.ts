/** Links of programs as they come out of mails and chats: cut, changed, put together. Whatever they are, the page has words for it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { initialState } from '../model/state';
import { parseAddress } from '../navigation/url';
import { packText } from './codec';
import { linkedCollection, linkOf } from './collections';
import { OwnDoor } from './door';

const TEXT = '#include <thread>\nint main() {\n    std::thread a([] {});\n    a.join();\n}\n';
const exercise = { given: `${TEXT}// given`, task: 'Mend it.', hints: ['Look.'], hidden: true };
const settings = {
  granularity: 'access',
  entry: 'tests::f',
  rounds: 2,
  seconds: 3,
  memory: 64,
  spurious: true,
} as const;
const documentOf = (more: object) => ({
  ...{
    key: '',
    title: '',
    file: 'program.cpp',
    source: TEXT,
    memory: 'sc' as const,
    origin: { collection: 'link', slug: 'a' },
  },
  ...more,
});
const place = { ...initialState, route: { page: 'document', collection: 'link', slug: 'a' } } as const;
const links = [{}, { exercise }, { settings }, { exercise, settings }].map((more) =>
  linkOf(place, documentOf(more)),
);

/** What the page would show of a link: a program, or a sentence. */
function opened(fragment: string): string {
  const link = parseAddress(fragment);
  const origin = link && new OwnDoor().documents.find(link.collection, link.slug, link.carried);
  if (link === null || origin === null || origin.collection !== 'link') return 'elsewhere';
  const { c = '', n = '', ...rest } = link.carried;
  try {
    const { documents } = linkedCollection(origin.slug, { c, n, ...rest });
    return documents[0].source;
  } catch (error) {
    return (error as Error).message;
  }
}

test('whole ones open what was sent', () => {
  for (const link of links) expect(opened(link)).toBe(TEXT);
});

test('damaged ones open the very program or say what is wrong, and never throw anything else', () => {
  const damage = fc.tuple(
    fc.constantFrom(...links),
    fc.nat(),
    fc.nat({ max: 20 }),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(damage, ([link, at, cut, instead]) => {
      const from = at % link.length;
      const said = opened(link.slice(0, from) + instead + link.slice(from + cut));
      if (said !== TEXT && said !== 'elsewhere')
        expect(said).toMatch(/^This link (?:is damaged|was made by a newer version)/);
    }),
    { numRuns: few(1_000, 10_000) },
  );
});

test.each(['null', '3', '"text"', '[]', '{'])('an exercise that holds %s in place of one', (text) => {
  const said = opened(`#/link/a?c=${packText(TEXT)}&x=${packText(text)}`);
  expect([TEXT, expect.stringMatching(/^This link is damaged/)]).toContainEqual(said);
});
