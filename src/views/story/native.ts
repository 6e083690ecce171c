/** A count of failed runs as it is said: pure. What was not measured is a dash, never zero. */
import type { Native } from '../../session';

export function failedOf(
  { runs, failures }: Pick<Native, 'runs' | 'failures'>,
  slug: string,
  build: 'plain' | 'tsan' | 'asan',
): string {
  const failed: Native['failures'][string] | undefined = failures[slug];
  return runs === 0 || failed === undefined ? '\u2013' : `${failed[build]} / ${runs}`;
}
