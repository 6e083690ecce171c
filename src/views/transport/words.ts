/** What the transport row says about how the program runs. */
import type { SessionState } from '../../session';
import type { Segment } from '../parts/Segmented';

/** Steps a second; the last hands over from worker to worker without a stop. */
export const speeds: readonly Segment<string>[] = [
  { value: '1', label: '1' },
  { value: '2', label: '2' },
  { value: '8', label: '8' },
  { value: 'Infinity', label: 'Full' },
];

/** Real threads: how many workers there are, and how many of them wait at a lock's own word. */
export function modeText(threads: SessionState['threads'], workers: SessionState['workers']): string {
  if (threads === 'single') return 'One worker: no shared memory here';
  const living = workers.filter(({ place }) => place !== 'gone').length;
  const parked = workers.filter(({ place }) => place === 'parked').length;
  if (living === 0) return 'Real threads';
  const count = `Real threads: ${living} worker${living === 1 ? '' : 's'}`;
  return parked === 0 ? count : `${count}, ${parked} parked`;
}
