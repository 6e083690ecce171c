/** What a prediction comes to once every order was tried and none of them does it: a note on how the program is written. */
import type { Finding } from './finding';
import { listed } from './report';

/** 'Opposite lock orders in lines 17 and 27; no interleaving of this program waits there for ever.' */
export function refuted({ kind, places, line }: Pick<Finding, 'kind' | 'places' | 'line'>): string {
  if (kind === 'lock-order-inversion') {
    const wanted = places.filter(({ role }) => role === 'Locks').map(({ frames }) => frames[0].line);
    return `Opposite lock orders in lines ${listed(wanted.map(String))}; no interleaving of this program waits there for ever.`;
  }
  const [use, end] = places.map(({ frames }) => frames[0].line);
  return `No lock, join or atomic orders lines ${use ?? line} and ${end ?? line}; no interleaving of this program comes too late there.`;
}
