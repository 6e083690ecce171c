/**
 * Operations by which a thread learns of what another one did and which order nothing ([thread.mutex.requirements.mutex.general]: a try_lock
 * that fails need not synchronize; a use_count is relaxed; a timed wait may be over by itself; who is woken is ordered by the mutex alone).
 * Where a program has some, a race may be hidden from a search that looks at neighbouring steps alone.
 */
import { COUNT_READ, COUNT_TRY_ADD, CVTIMED, NOTIFY, TRYLOCK, TRYLOCK_SHARED } from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { mayRun } from '../../bytecode/reachable';

const UNORDERED: ReadonlySet<number> = new Set([
  ...[TRYLOCK, TRYLOCK_SHARED, CVTIMED, COUNT_READ, COUNT_TRY_ADD, NOTIFY],
]);

/** Whether a program may do one of them. */
export const mayTellUnordered = (program: Program): boolean => mayRun(program, UNORDERED);
