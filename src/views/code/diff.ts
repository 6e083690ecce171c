/** What a variant is compared with: the fix as it landed; the fix itself is compared with the code before it. */
import type { Scenario } from '../../session/catalogue';

export interface Other {
  readonly source: string;
  /** True where the other file is the fix: what is only in it is what the fix adds. */
  readonly isFix: boolean;
}

export function fixOf({ variants }: Pick<Scenario, 'variants'>, slug: string): Other | null {
  const isFix = slug !== 'landed';
  const other = variants.find((variant) => variant.slug === (isFix ? 'landed' : 'before'));
  return other ? { source: other.source, isFix } : null;
}
