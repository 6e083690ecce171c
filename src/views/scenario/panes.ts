/** The panes of what is now: each is fetched when it is first shown, after the story, the threads, the code and the Score. */
import { lazyPane } from '../parts/lazyPane';

export const Files = lazyPane('Files', async () => (await import('../files/Files')).Files);
export const Objects = lazyPane('Objects', async () => (await import('../objects/Objects')).Objects);
export const Locks = lazyPane('Locks', async () => (await import('../locks/Locks')).Locks);
export const Memory = lazyPane('Memory', async () => (await import('../memory/Memory')).Memory);
export const Report = lazyPane('Report', async () => (await import('../report/Report')).Report);
export const Interleavings = lazyPane(
  'Interleavings',
  async () => (await import('../interleavings/Interleavings')).Interleavings,
);
