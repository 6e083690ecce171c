/**
 * Those who go through the large tasks of a search together: the thread that searches, and provers that are started with the first
 * of them.
 * A prover that is not there yet comes in when it is; nobody waits for it.
 */
import { type ProofResult, sharedBytes, type Together, takePart } from '../engine';
import type { FromProver, ToProver } from './protocol';

/** Of itself and so many provers at most; `call` has a prover started at the other end of each port. */
export function createProvers(provers: number, call: (ports: MessagePort[]) => void): Together {
  const ports: MessagePort[] = [];
  let tasks = 0;

  function start(): void {
    const channels = Array.from({ length: provers }, () => new MessageChannel());
    ports.push(...channels.map(({ port1 }) => port1));
    if (provers > 0) call(channels.map(({ port2 }) => port2));
  }

  return async (task, look) => {
    if (tasks === 0) start();
    const id = ++tasks;
    const bytes = sharedBytes(task);
    const shared = provers > 0 ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
    for (const port of ports) port.postMessage({ id, task, shared } satisfies ToProver);
    // While it takes part, this thread does not hear of the others.
    const mine = takePart(task, shared, look);
    if (mine === null) return [];
    const results = [mine];
    if (mine.members > 1) await collect(ports, id, results);
    return results;
  };
}

/** What a prover does: takes part in one task after the other of those that come from a port. */
export function prove(port: MessagePort): void {
  port.onmessage = ({ data: { id, task, shared } }: MessageEvent<ToProver>): void =>
    port.postMessage({ id, result: takePart(task, shared, null) } satisfies FromProver);
}

/** Until all who took part have told what they found. */
function collect(ports: readonly MessagePort[], id: number, results: ProofResult[]): Promise<void> {
  return new Promise((resolve) => {
    for (const port of ports) {
      port.onmessage = ({ data }: MessageEvent<FromProver>) => {
        if (data.id !== id || data.result === null) return;
        results.push(data.result);
        if (results.length === results[0].members) resolve();
      };
    }
  });
}
