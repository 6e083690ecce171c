/** Helps a search. */
import { help } from './team';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data: port }: MessageEvent<MessagePort>): void => help(port);
