import { describe, expect, test } from 'vitest';
import {
  EV_CV_WAIT,
  EV_CV_WOKEN,
  EV_LOCK,
  EV_NOTIFY,
  EV_UNLOCK,
  eventKind,
  nextEvent,
} from '../bytecode/event';
import type { Program } from '../bytecode/program';
import {
  BLOCKED,
  blockedOn,
  canStep,
  createMachine,
  FINISHED,
  logEnd,
  logStart,
  type Machine,
  pickCount,
  runStatus,
  STEPPED,
  threadState,
} from '.';
import { asm, take } from './testing/asm';
import { evaluate, faultIn } from './testing/evaluate';

/** A main that starts threads with the given bodies and joins them; all at their first instruction behind START. */
function threads(...bodies: string[]): Machine {
  const machine = createMachine(programOf(bodies));
  take(machine);
  for (const _ of bodies) take(machine);
  bodies.forEach((_, i) => {
    take(machine, i + 1);
  });
  return machine;
}

function programOf(bodies: readonly string[]): Program {
  return asm(`
    globals 20
    fn main locals ${bodies.length}
      START
      ${bodies.map((_, i) => `CONST &t${i + 1} CONST 0 SPAWN SET l${i}`).join('\n')}
      ${bodies.map((_, i) => `GET l${i} JOIN`).join('\n')}
      RET 0
    ${bodies.map((body, i) => `fn t${i + 1} args 1\n START ${body} RET 0`).join('\n')}
  `);
}

const events = (machine: Machine): [kind: number, value: number][] => {
  const found: [number, number][] = [];
  for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(machine.words, at)) {
    found.push([eventKind(machine.words[at]), machine.words[at + 3]]);
  }
  return found;
};

const LOCK_IT = 'GLOBAL 0 LOCK 0';
const UNLOCK_IT = 'GLOBAL 0 UNLOCK 0';

describe('mutexes', () => {
  test('the second thread waits on the word of the lock until the first gives it up', () => {
    const machine = threads(`${LOCK_IT} ${UNLOCK_IT}`, `${LOCK_IT} ${UNLOCK_IT}`);
    take(machine, 1);
    expect(take(machine, 2)).toBe(BLOCKED);
    const wait = blockedOn(machine, 2);
    expect(wait).toMatchObject({ kind: 'lock', seen: 2 });
    expect(machine.words[wait!.address]).toBe(2);
    expect(threadState(machine, 2)).toBe('blocked');
    take(machine, 1);
    expect(machine.words[wait!.address]).toBe(0);
    expect(blockedOn(machine, 2)).toBeNull();
    expect(take(machine, 2)).toBe(STEPPED);
  });

  test('try_lock answers at once', () => {
    const machine = threads(`${LOCK_IT} ${UNLOCK_IT}`, 'GLOBAL 0 TRYLOCK 0 0 GLOBAL 10 ASTORE 1');
    take(machine, 1);
    take(machine, 2);
    expect(events(machine)).toEqual([[12, 2]]);
    expect(evaluate('GLOBAL 2 TRYLOCK 0 0 GLOBAL 2 LOAD', 2)).toEqual([1, 1]);
    expect(evaluate('GLOBAL 2 LOCK 1 GLOBAL 2 TRYLOCK 1 0 GLOBAL 2 UNLOCK 1 GLOBAL 2 LOAD', 2)).toEqual([
      1, 1,
    ]);
  });

  test.each<[string, string]>([
    ['GLOBAL 2 LOCK 0 GLOBAL 2 LOCK 0', 'mutex-misuse'],
    ['GLOBAL 2 UNLOCK 0', 'mutex-misuse'],
    ['GLOBAL 2 LOCK 1 GLOBAL 2 LOCK 1 GLOBAL 2 UNLOCK 1 GLOBAL 2 UNLOCK 1', 'none'],
    ['GLOBAL 2 LOCK 1 GLOBAL 2 UNLOCK 1 GLOBAL 2 UNLOCK 1', 'mutex-misuse'],
    ['GLOBAL 2 LOCK_SHARED GLOBAL 2 LOCK_SHARED', 'mutex-misuse'],
    ['GLOBAL 2 LOCK_SHARED GLOBAL 2 LOCK 2', 'mutex-misuse'],
    ['GLOBAL 2 LOCK 2 GLOBAL 2 LOCK_SHARED', 'mutex-misuse'],
    ['GLOBAL 2 UNLOCK_SHARED', 'mutex-misuse'],
    ['GLOBAL 2 LOCK_SHARED GLOBAL 2 UNLOCK_SHARED GLOBAL 2 LOCK 2 GLOBAL 2 UNLOCK 2', 'none'],
    ['GLOBAL 2 LOCKEND', 'none'],
    ['GLOBAL 2 LOCK 0 GLOBAL 2 LOCKEND', 'mutex-misuse'],
    ['CONST 4 LOCK 0', 'null-dereference'],
    ['FRAME l0 LOCK 0', 'stack-use-after-scope'],
    ['GLOBAL 2 GLOBAL 2 CVWAIT', 'mutex-misuse'],
  ])('%s: %s', (body, kind) => {
    expect(faultIn(body)).toBe(kind);
  });

  test('unlocking what another thread holds is misuse', () => {
    const machine = threads(LOCK_IT, UNLOCK_IT);
    take(machine, 1);
    take(machine, 2);
    expect(runStatus(machine)).toBe('failed');
  });

  test('a lock that a finished thread left locked makes the run stuck', () => {
    const machine = threads(LOCK_IT, LOCK_IT);
    expect(take(machine, 1)).toBe(FINISHED);
    expect(take(machine, 2)).toBe(BLOCKED);
    // main can still join the first.
    expect(runStatus(machine)).toBe('running');
    take(machine);
    expect(runStatus(machine)).toBe('stuck');
  });

  test('two locks in two orders: stuck', () => {
    const machine = threads('GLOBAL 0 LOCK 0 GLOBAL 4 LOCK 0', 'GLOBAL 4 LOCK 0 GLOBAL 0 LOCK 0');
    take(machine, 1);
    take(machine, 2);
    expect(runStatus(machine)).toBe('stuck');
    expect(threadState(machine, 0)).toBe('waiting');
  });

  test('std::lock takes all or nothing', () => {
    const both = 'GLOBAL 0 GLOBAL 4 LOCKALL 2 GLOBAL 0 UNLOCK 0 GLOBAL 4 UNLOCK 0';
    const machine = threads(both, 'GLOBAL 4 LOCK 0 GLOBAL 4 UNLOCK 0');
    take(machine, 2);
    expect(take(machine, 1)).toBe(BLOCKED);
    expect(machine.words[machine.layout.globals]).toBe(0);
    take(machine, 2);
    expect(take(machine, 1)).toBe(STEPPED);
    expect(events(machine).map(([kind]) => kind)).toEqual([EV_LOCK, EV_LOCK]);
  });
});

describe('shared mutexes', () => {
  test('readers share, a writer waits for the last of them', () => {
    const reader = 'GLOBAL 0 LOCK_SHARED GLOBAL 0 UNLOCK_SHARED';
    const machine = threads(
      reader,
      reader,
      'GLOBAL 0 LOCK 2 GLOBAL 0 UNLOCK 2',
      'GLOBAL 0 TRYLOCK_SHARED 0 GLOBAL 10 ASTORE 1',
    );
    take(machine, 1);
    take(machine, 2);
    expect(machine.words[machine.layout.globals]).toBe(-2);
    expect(canStep(machine, 3)).toBe(false);
    take(machine, 1);
    expect(canStep(machine, 3)).toBe(false);
    take(machine, 2);
    expect(take(machine, 3)).toBe(STEPPED);
    take(machine, 4);
    expect(events(machine)).toEqual([[12, 4]]);
  });
});

describe('condition variables', () => {
  const waiter = `${LOCK_IT} GLOBAL 4 GLOBAL 0 DUP 2 CVWAIT CVRELOCK ${UNLOCK_IT}`;

  test('a waiter gives the lock up, sleeps until notified, and takes the lock again', () => {
    const machine = threads(waiter, `${LOCK_IT} GLOBAL 4 NOTIFY 1 ${UNLOCK_IT}`);
    take(machine, 1);
    take(machine, 1);
    expect(events(machine).map(([kind]) => kind)).toEqual([EV_UNLOCK, EV_CV_WAIT]);
    expect(threadState(machine, 1)).toBe('waiting');
    expect(blockedOn(machine, 1)).toMatchObject({ kind: 'condition', seen: 2 });
    take(machine, 2);
    take(machine, 2);
    expect(events(machine)).toEqual([[EV_NOTIFY, 2]]);
    // Notified, but the notifier still has the lock.
    expect(threadState(machine, 1)).toBe('blocked');
    expect(blockedOn(machine, 1)).toMatchObject({ kind: 'lock', seen: 3 });
    take(machine, 2);
    expect(take(machine, 1)).toBe(STEPPED);
    expect(events(machine).map(([kind]) => kind)).toEqual([EV_CV_WOKEN, EV_LOCK]);
  });

  test('notify_one wakes the waiter that is picked', () => {
    const machine = threads(waiter, waiter, waiter, 'GLOBAL 4 NOTIFY 0 GLOBAL 4 NOTIFY 0');
    for (const thread of [1, 2, 3]) for (let i = 0; i < 2; i++) take(machine, thread);
    expect(pickCount(machine, 4)).toBe(3);
    take(machine, 4, 1);
    expect([1, 2, 3].filter((thread) => canStep(machine, thread))).toEqual([2]);
    expect(pickCount(machine, 4)).toBe(2);
    take(machine, 4, 1);
    expect([1, 2, 3].filter((thread) => canStep(machine, thread))).toEqual([2, 3]);
  });

  test('a notify that nobody waits for is lost', () => {
    const machine = threads('GLOBAL 4 NOTIFY 0', waiter);
    take(machine, 1);
    expect(events(machine)[0]).toEqual([EV_NOTIFY, 0]);
    take(machine, 2);
    take(machine, 2);
    take(machine);
    expect(runStatus(machine)).toBe('stuck');
  });
});

describe('threads', () => {
  test.each<[string, string]>([
    ['CONST &other CONST 0 SPAWN JOIN', 'none'],
    ['CONST &other CONST 0 SPAWN DUP 1 DETACH JOIN', 'thread-leak'],
    ['CONST 0 JOIN', 'thread-leak'],
    ['CONST 9 JOIN', 'thread-leak'],
    ['CONST 9 DETACH', 'thread-leak'],
    ['CONST 0 CONST 0 SPAWN', 'null-dereference'],
  ])('%s: %s', (body, kind) => {
    const functions = 'fn other args 1\n START RET 0';
    if (kind === 'none') expect(() => faultIn(body, functions)).not.toThrow();
    else expect(faultIn(body, functions)).toBe(kind);
  });

  test('a thread gets its argument and knows its id', () => {
    const machine = createMachine(
      asm(`
        globals 2
        fn main
          START CONST &other CONST 42 SPAWN JOIN RET 0
        fn other args 1
          START GLOBAL 0 GET a0 ASTORE 1 GLOBAL 1 SELF ASTORE 1 RET 0
      `),
    );
    take(machine);
    take(machine);
    for (let i = 0; i < 3; i++) take(machine, 1);
    expect(Array.from(machine.words.subarray(machine.layout.globals, machine.layout.globals + 2))).toEqual([
      42, 1,
    ]);
  });

  test('the thread table is a limit', () => {
    const machine = createMachine(
      asm(`
        fn main
          START again: CONST &other CONST 0 SPAWN DROP 1 JUMP again
        fn other args 1
          START RET 0
      `),
      { limits: { threads: 3 } },
    );
    for (let i = 0; i < 3; i++) expect(take(machine)).toBe(STEPPED);
    take(machine);
    expect(runStatus(machine)).toBe('failed');
  });

  test('detached threads that wait for ever do not keep the run from finishing', () => {
    const machine = createMachine(
      asm(`
        globals 6
        fn main
          START CONST &other CONST 0 SPAWN DETACH RET 0
        fn other args 1
          START GLOBAL 0 LOCK 0 GLOBAL 4 GLOBAL 0 DUP 2 CVWAIT CVRELOCK RET 0
      `),
    );
    take(machine);
    take(machine);
    for (let i = 0; i < 4; i++) take(machine, 1);
    expect(runStatus(machine)).toBe('running');
    take(machine);
    expect(runStatus(machine)).toBe('finished');
  });
});
