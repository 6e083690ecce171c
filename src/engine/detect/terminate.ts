/** std::terminate: a std::thread object died, or was assigned to, while it still stood for a thread; or the library gave up. */
import { EV_ALLOC, EV_DETACH, EV_JOIN, EV_SPAWN } from '../bytecode/event';
import { kindOfFault } from '../bytecode/fault';
import { TRAP, UNCAUGHT } from '../bytecode/opcodes';
import { TRAP_TEXT } from './assertion';
import type { Finding } from './finding';
import { backwards, type History, lastEvent, type PastEvent } from './history';
import { finding, inThread, lineAt, type Part } from './report';
import type { Scene } from './scene';

export function terminateFinding(scene: Scene, fault: PastEvent): Finding {
  const { code, texts } = scene.program;
  if (code[fault.pc] === UNCAUGHT) return uncaught(scene, fault);
  const text = code[fault.pc] === TRAP ? texts[code[fault.pc + TRAP_TEXT]] : 'the thread is not joinable';
  const kind = kindOfFault(fault.value, text);
  return kind === 'thread-leak' ? leaked(scene, fault, text) : gaveUp(scene, fault, text);
}

function leaked(scene: Scene, fault: PastEvent, text: string): Finding {
  const thread = scene.threadName(fault.thread);
  const started = lastUnjoined(scene.history, fault);
  const parts: Part[] = [{ role: 'Thread leak', site: fault }];
  if (started !== undefined) parts.push({ role: 'Thread started by', site: started });
  const which = started ? scene.threadName(started.address) : 'a thread';
  return finding(scene, {
    kind: 'thread-leak',
    level: 'ERROR',
    title: `thread leak in ${inThread(thread)}, step ${fault.step}: ${text}`,
    verdict: 'thread leak',
    sentence: `${thread} gives up the std::thread of ${which} in ${lineAt(scene, fault)} without join or detach: std::terminate.`,
    parts,
  });
}

/** The exception's block was allocated where it was thrown. */
function uncaught(scene: Scene, fault: PastEvent): Finding {
  const thread = scene.threadName(fault.thread);
  const said = scene.exceptionAt(fault, fault.address);
  const thrown = lastEvent(scene.history, (e) => e.kind === EV_ALLOC && e.address === fault.address, fault);
  // What another thread left in a future is thrown where it is asked for.
  const own = thrown !== undefined && thrown.thread === fault.thread;
  const where = lineAt(scene, own ? thrown : fault);
  const parts: Part[] = [{ role: 'Terminate', site: fault }];
  if (thrown !== undefined) parts.push({ role: 'Thrown by', site: thrown });
  const escaped = scene.program.code[fault.pc + 1] !== 0;
  return finding(scene, {
    kind: 'terminate',
    level: 'ERROR',
    title: `terminate called in ${inThread(thread)}, step ${fault.step}: uncaught ${said}`,
    verdict: 'terminate',
    sentence: escaped
      ? `${thread} lets the exception of ${where} out of a noexcept function, which ends the program: ${said}.`
      : own
        ? `${thread} throws in ${where} an exception that nobody catches, which ends the program: ${said}.`
        : `${thread} is given an exception in ${where} that nobody catches, which ends the program: ${said}.`,
    parts,
  });
}

function gaveUp(scene: Scene, fault: PastEvent, text: string): Finding {
  const thread = scene.threadName(fault.thread);
  return finding(scene, {
    kind: 'terminate',
    level: 'ERROR',
    title: `terminate called in ${inThread(thread)}, step ${fault.step}: ${text}`,
    verdict: 'terminate',
    sentence: text.startsWith('std::abort')
      ? `${thread} ends the process in ${lineAt(scene, fault)}: ${text}.`
      : `${thread} does in ${lineAt(scene, fault)} what the library does not allow: ${text}.`,
    parts: [{ role: 'Terminate', site: fault }],
  });
}

/** The newest thread that `fault.thread` started and neither joined nor detached. */
function lastUnjoined(history: History, fault: PastEvent): PastEvent | undefined {
  const settled = new Set<number>();
  for (const event of backwards(history, fault)) {
    if (event.kind === EV_JOIN || event.kind === EV_DETACH) settled.add(event.address);
    const own = event.kind === EV_SPAWN && event.thread === fault.thread;
    if (own && !settled.has(event.address)) return event;
  }
  return undefined;
}
