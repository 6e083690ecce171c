/** What the slices of one session work with: its store, the queue to its engine, and its clock. */
import type { Store } from '../model/state';
import type { Player } from './player';
import type { Queue } from './queue';

export interface Runs {
  readonly store: Store;
  readonly queue: Queue;
  readonly player: Player;
}
