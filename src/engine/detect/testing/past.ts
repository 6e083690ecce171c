import type { History } from '../history';
import { steps } from './notation';

/** A history out of the notation for event lists; a step may have several events, joined by '&'. */
export function past(text: string): History {
  const noted = text.split(';').map((part) => steps(part.replaceAll('&', ';')));
  const log = noted.flatMap((step) => step.flatMap(({ words }) => [...words]));
  const starts = [0];
  for (const step of noted) starts.push(starts[starts.length - 1] + step.length * 4);
  return {
    length: noted.length,
    log: Int32Array.from(log),
    threadAt: (step) => noted[step - 1][0].thread,
    startOf: (step) => starts[step - 1],
  };
}
