/** Misuse of a mutex, by the operation that found it out; ThreadSanitizer's names for each. */
import { EV_LOCK, EV_LOCK_SHARED, EV_UNLOCK, EV_UNLOCK_SHARED } from '../bytecode/event';
import { CVWAIT, LOCK, LOCK_SHARED, LOCKALL, LOCKEND, UNLOCK, UNLOCK_SHARED } from '../bytecode/opcodes';
import type { Finding } from './finding';
import { backwards, type History, type PastEvent } from './history';
import { finding, inThread, lineAt, lostAt, type Part, quoted } from './report';
import type { Scene } from './scene';

export function misuseFinding(scene: Scene, fault: PastEvent): Finding {
  const name = quoted(scene.thingAt(fault, fault.address).name, 'a mutex');
  const thread = scene.threadName(fault.thread);
  const { verdict, does } = wordsFor(scene.program.code[fault.pc], name, lineAt(scene, fault));
  const parts: Part[] = [{ role: verdict, site: fault }];
  const locked = lastLock(scene.history, fault);
  let why = 'nobody holds it';
  if (locked !== undefined) {
    parts.push({ role: 'Mutex locked by', site: locked });
    const who = locked.thread === fault.thread ? 'it' : scene.threadName(locked.thread);
    why = `${who} locked it in ${lineAt(scene, locked)}, step ${locked.step}`;
  }
  return finding(scene, {
    kind: 'mutex-misuse',
    level: 'ERROR',
    title: `${verdict} ${name} in ${inThread(thread)}, step ${fault.step}`,
    verdict,
    sentence: `${thread} ${does}: ${why}.`,
    parts,
    lost: lostAt(scene, fault, fault.address),
  });
}

function wordsFor(opcode: number, name: string, where: string): { verdict: string; does: string } {
  switch (opcode) {
    case LOCK:
    case LOCK_SHARED:
    case LOCKALL:
      return { verdict: 'double lock of a mutex', does: `locks ${name} a second time in ${where}` };
    case UNLOCK:
    case UNLOCK_SHARED:
      return {
        verdict: 'unlock of an unlocked mutex (or by a wrong thread)',
        does: `unlocks ${name} in ${where} without holding it`,
      };
    case CVWAIT:
      return {
        verdict: 'wait with a mutex that is not held (or held twice)',
        does: `waits in ${where} with ${name}, which it does not hold, or twice`,
      };
    case LOCKEND:
      return {
        verdict: 'destroy of a locked mutex',
        does: `destroys ${name} in ${where} while it is locked`,
      };
    default:
      return {
        verdict: 'use of an invalid mutex (e.g. uninitialized or destroyed)',
        does: `uses ${name} in ${where}`,
      };
  }
}

/** The lock that is still held at the fault, if one is. */
function lastLock(history: History, fault: PastEvent): PastEvent | undefined {
  const released = new Set<number>();
  for (const event of backwards(history, fault)) {
    if (event.address !== fault.address) continue;
    // Of a recursive mutex, value is the depth that is left.
    if (event.kind === EV_UNLOCK || event.kind === EV_UNLOCK_SHARED) released.add(event.thread);
    if ((event.kind === EV_LOCK || event.kind === EV_LOCK_SHARED) && !released.has(event.thread))
      return event;
  }
  return undefined;
}
