/** A prover: goes through the states of a large program together with the worker that searches. */
import { prove } from './provers';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data: port }: MessageEvent<MessagePort>): void => prove(port);
