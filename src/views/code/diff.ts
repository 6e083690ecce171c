/** What a variant is compared with: the fix as it landed; the fix itself is compared with the code before it. */
import { type Document, OWN, type Scenario } from '../../session';

export interface Other {
  readonly source: string;
  /** True where the other file is the fix: what is only in it is what the fix adds. */
  readonly isFix: boolean;
}

export function fixOf({ variants }: Pick<Scenario, 'variants'>, slug: string): Other | null {
  const fix = variants.find(({ role }) => role === 'landed');
  const isFix = slug !== fix?.slug;
  const other = isFix ? fix : variants.find(({ role }) => role === 'before');
  return other ? { source: other.source, isFix } : null;
}

/** Of own programs: right is better than wrong, and what somebody made of a text is newer than the text. */
export const ownOther = ({ origin, title }: Document, source: string): Other => ({
  source,
  isFix: origin.collection === OWN.begun ? title === 'Wrong' : title === 'Original',
});
