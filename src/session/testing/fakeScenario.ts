/** A scenario for tests, in place of the real ones: four beats, the last in the other variant. */
import type { Beat, Scenario } from '../../scenarios';

const beat = (title: string, variant: Beat['variant'], schedule: string): Beat => ({
  ...{ title, variant, schedule, text: title, goal: title },
  claims: [],
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
  id: 'demo',
  variants: [{ ...variant('before'), story }, variant('landed')],
} as unknown as Scenario;

const bare = { ...demo, id: 'bare', variants: [variant('before'), variant('landed')] } as unknown as Scenario;

export { variantBySlug } from '../../scenarios/scenario';
export const summaries = [demo, bare];
export const summaryById = (id: string): Scenario | undefined => summaries.find((each) => each.id === id);
/** As when all have been fetched. */
export const library = { demo, bare };
/** Tests put another one here. */
export const network = { load: async (id: string): Promise<Scenario> => summaryById(id) as Scenario };
export const loadScenario = (id: string): Promise<Scenario> => network.load(id);
