/** Workers of searches and questions, and how it is said that one has failed. */
import { EngineError } from './client';

export const startSearchWorker = (name: string): Worker =>
  new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module', name });

export const startHelper = (): Worker =>
  new Worker(new URL('./closure.worker.ts', import.meta.url), { type: 'module', name: 'closure' });

export const searchFault = (reason: string): EngineError =>
  new EngineError('lost', `The search stopped: ${reason}.`);
