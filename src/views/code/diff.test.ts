import { expect, test } from 'vitest';
import type { Scenario } from '../../session';
import { fixOf } from './diff';

const variant = (slug: 'before' | 'landed') =>
  ({ slug, role: slug, source: `// ${slug}` }) as Scenario['variants'][number];
const scenario = { variants: [variant('before'), variant('landed')] };

test('a variant is compared with the fix that landed', () => {
  expect(fixOf(scenario, 'before')).toEqual({ source: '// landed', isFix: true });
});

test('the fix is compared with the code before it', () => {
  expect(fixOf(scenario, 'landed')).toEqual({ source: '// before', isFix: false });
});

test('where there is no fix there is nothing to compare with', () => {
  expect(fixOf({ variants: [variant('before')] }, 'before')).toBeNull();
});
