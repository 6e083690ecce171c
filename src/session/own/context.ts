/** What own programs work with, and what a link says of one: known to the page from the start. */
import { hashText } from '../../base/hash';
import type { Navigator } from '../navigation/navigation';
import type { Runs } from '../run/runs';
import type { Shelf } from './shelf';

export interface OwnContext {
  readonly runs: Runs;
  readonly navigation: Navigator;
  /** The browser's, unless it is said otherwise. */
  readonly shelf: Shelf | null;
}

/** What a link carries of a program. */
export interface CarriedProgram {
  /** Its text, packed. */
  readonly c: string;
  /** Its name. */
  readonly n: string;
  /** The exercise it is, packed; absent where it is none. */
  readonly x?: string;
  /** Its settings, packed; absent where they are the usual ones. */
  readonly o?: string;
}

/** Of a program in a link: enough to tell it from others in the address bar. */
export const slugOf = ({ c, x = '', o = '' }: Pick<CarriedProgram, 'c' | 'x' | 'o'>): string =>
  (hashText(c + x + o) >>> 0).toString(36);
