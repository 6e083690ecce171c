/** Workers of searches and requests, and how it is said that one has failed. */
import { EngineError } from './client';

export const startSearchWorker = (name: string): Worker =>
  new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module', name });

export const startProver = (): Worker =>
  new Worker(new URL('./prover.worker.ts', import.meta.url), { type: 'module', name: 'prover' });

export const searchFault = (reason: string): EngineError =>
  new EngineError('lost', `The search stopped: ${reason}.`);
