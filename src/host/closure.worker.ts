/** Helps a search: takes part in one task after the other of those that come from a port. */
import { takePart } from '../engine';
import type { FromHelper, ToHelper } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data: port }: MessageEvent<MessagePort>): void => {
  port.onmessage = ({ data: { id, task, shared } }: MessageEvent<ToHelper>): void =>
    port.postMessage({ id, result: takePart(task, shared, null) } satisfies FromHelper);
};
