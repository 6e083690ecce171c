/** A scenario for tests, in place of the real ones, as documents: four beats, the last in the other variant. */
import type { Beat, Scenario } from '../../scenarios';
import type { DocumentProvider } from '../documents/provider';
import { collectionOfScenario } from '../documents/scenarios';
import type { Collection } from '../model/document';

const beat = (title: string, variant: Beat['variant'], schedule: string): Beat => ({
  ...{ title, variant, schedule, text: title, goal: title },
  claims: [],
  lines: [],
});
const variant = (slug: 'before' | 'landed') =>
  ({
    ...{ slug, role: slug, title: slug, file: `${slug}.cpp`, source: `// ${slug}`, sentence: '' },
    expected: { verdict: slug === 'before' ? 'null-dereference' : 'clean' },
  }) as const;

const story = [
  beat('one', 'before', 'a2'),
  beat('two', 'before', 'a2b'),
  beat('three', 'before', 'a2bc2'),
  beat('four', 'landed', 'a2b'),
];

const demo = {
  ...{ id: 'demo', title: 'demo' },
  variants: [{ ...variant('before'), story }, variant('landed')],
} as unknown as Scenario;

const bare = {
  ...{ id: 'bare', title: 'bare' },
  variants: [variant('before'), variant('landed')],
} as unknown as Scenario;

/** As when all have been fetched. */
export const library: Readonly<Record<string, Collection>> = {
  demo: collectionOfScenario(demo),
  bare: collectionOfScenario(bare),
};

/** Tests may fetch in another way. */
export const fakeDocuments = (
  fetch: (id: string) => Promise<Collection> = async (id) => library[id],
): DocumentProvider => ({
  listed: Object.keys(library),
  find: (collection, slug) => {
    const documents = library[collection]?.documents;
    const found = documents?.find(({ origin }) => origin.slug === slug) ?? documents?.[0];
    return found?.origin ?? null;
  },
  fetch: ({ collection }) => fetch(collection),
});
