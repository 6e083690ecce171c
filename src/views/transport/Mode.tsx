/** How the program runs: a worker for each thread, or, without shared memory, one for all. */
import { useSession } from '../useSession';
import { modeText } from './words';

export function Mode() {
  const threads = useSession((s) => s.threads);
  const workers = useSession((s) => s.workers);
  return modeText(threads, workers);
}
