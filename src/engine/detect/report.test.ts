import { describe, expect, test } from 'vitest';
import { EV_FAULT } from '../bytecode/event';
import { FAULT_DOUBLE_FREE, FAULT_FREED, FAULT_KINDS, FAULT_SCOPE } from '../bytecode/fault';
import type { Pc, Program, Span } from '../bytecode/program';
import type { Deadlock, Wait } from './deadlock';
import { deadlockFinding, spinDeadlockFinding } from './deadlock-finding';
import type { PastEvent } from './history';
import { faultFinding } from './lifetimes';
import { earlyEndFinding, raceFinding } from './race-finding';
import type { RaceSide } from './races';
import { AFTER_STEP, type Scene, type Site, type Thing } from './scene';
import { addressOf } from './testing/notation';
import { past } from './testing/past';

/** A scene in which the pc is the line, and every thing is called what the notation calls it. */
function scene(text: string, things: Record<string, Partial<Thing>> = {}): Scene {
  const nothing: Thing = {
    name: '',
    object: '',
    storage: 'none',
    type: '',
    bytes: 0,
    vptr: false,
    block: 0,
    whole: { name: '', from: 0, to: 0 },
  };
  const program = { sources: [{ name: 'a.cpp' }], code: new Int32Array(64), texts: [], functions: [] };
  return {
    history: past(text),
    program: program as unknown as Program,
    threadName: (thread) => ['main', 'worker', 'closer'][thread],
    framesAt: ({ thread, pc }) => {
      const span: Span = { file: 0, start: 0, end: 0 };
      const inner = { function: `Job::f${thread}`, line: pc, pc: pc as Pc, span };
      return thread === 0
        ? [{ ...inner, function: 'main' }]
        : [inner, { ...inner, function: 'lambda in main', line: 90 }];
    },
    thingAt: (_site, address) => {
      const found = Object.entries(things).find(([name]) => addressOf(name) === address);
      return found ? { ...nothing, name: found[0], ...found[1] } : nothing;
    },
    heapPlaceAt: () => null,
    wordsAt: () => [],
    comparedAt: () => [],
    scopeEndOf: () => null,
    exceptionAt: () => '',
    holdsAt: ({ thread }) => (thread === 1 ? ['write m'] : []),
  };
}
const site = (thread: number, pc: number, step: number, event = 0): Site => ({ thread, pc, step, event });
const side = (at: Site, what: Partial<RaceSide>): RaceSide => ({
  ...at,
  writes: false,
  atomic: false,
  ends: false,
  ...what,
});
const fault = (at: Site, kind: number, address: number): PastEvent => ({
  ...at,
  kind: EV_FAULT,
  words: 0,
  address,
  value: kind,
});

describe('a report', () => {
  test('of a data race names both sides, their locks, and the variable', () => {
    const race = {
      address: addressOf('x'),
      now: side(site(0, 7, 5), {}),
      before: side(site(1, 12, 3), { writes: true }),
    };
    const told = raceFinding(scene('0 read x', { x: { storage: 'global', bytes: 4, type: 'int' } }), race);
    expect(told.report.split('\n')).toEqual([
      'WARNING: data race on `x`',
      'Read by thread main, step 5:',
      '  #0 main a.cpp:7',
      'Previous write by thread worker (mutexes: write m), step 3:',
      '  #0 Job::f1() a.cpp:12',
      '  #1 lambda in main a.cpp:90',
      "Location is global 'x' of size 4",
      'SUMMARY: data race a.cpp:7 in main',
    ]);
    expect(told.sentence).toBe(
      'main reads `x` in line 7 and worker writes it in line 12: no lock, join or atomic orders the two, so either may come first.',
    );
    expect(told).toMatchObject({ kind: 'data-race', reached: true, step: 5, thread: 0, line: 7 });
  });

  test('of a use beside a free predicts the use after free of another order', () => {
    const race = {
      address: addressOf('b'),
      now: side(site(0, 13, 5), { writes: true, ends: true }),
      before: side(site(1, 11, 3), { writes: true }),
    };
    const told = earlyEndFinding(scene('0 read b', { b: { storage: 'heap', bytes: 4, type: 'Job' } }), race);
    expect(told.report.split('\n').filter((line) => !line.startsWith('  #'))).toEqual([
      'WARNING: heap-use-after-free on a Job in another order',
      'Previous write by thread worker (mutexes: write m), step 3:',
      'Free by thread main, step 5:',
      'Location is heap block of size 4 (Job)',
      'SUMMARY: heap-use-after-free in another order a.cpp:11 in Job::f1()',
    ]);
    expect(told.sentence).toBe(
      'worker writes a Job in line 11 and main ends its life in line 13: ' +
        'no lock, join or atomic orders the two, so in another run it may be gone before.',
    );
    expect(told).toMatchObject({ kind: 'use-after-free', reached: false, step: 5, thread: 1, line: 11 });
  });

  test('of a use after free says who freed and who allocated', () => {
    const text = '0 alloc b @3; 1 free b @8; 0 read x';
    const block = {
      storage: 'heap',
      type: 'Job',
      object: 'Job 2',
      bytes: 16,
      block: addressOf('b'),
    } as const;
    const told = faultFinding(scene(text, { b: block }), fault(site(0, 20, 3), FAULT_FREED, addressOf('b')));
    expect(told.report.split('\n')).toEqual([
      'ERROR: heap-use-after-free on Job 2 in thread main, step 3',
      '  #0 main a.cpp:20',
      'Freed by thread worker, step 2:',
      '  #0 Job::f1() a.cpp:8',
      '  #1 lambda in main a.cpp:90',
      'Previously allocated by thread main, step 1:',
      '  #0 main a.cpp:3',
      'The address is located 0 bytes inside of 16-byte region',
      'SUMMARY: heap-use-after-free a.cpp:20 in main',
    ]);
    expect(told.sentence).toBe(
      'main uses Job 2 in line 20 that is no more: worker had freed it in line 8, step 2.',
    );
  });

  test('of a double free has the words of AddressSanitizer', () => {
    const text = '0 alloc b @3; 1 free b @8; 1 read x';
    const block = { storage: 'heap', type: 'int', bytes: 4, block: addressOf('b') } as const;
    const told = faultFinding(
      scene(text, { b: block }),
      fault(site(1, 9, 3), FAULT_DOUBLE_FREE, addressOf('b')),
    );
    expect(told.report).toMatch(/^ERROR: attempting double-free on int in thread worker, step 3\n/);
    expect(told.sentence).toBe(
      'worker frees an int in line 9 that is no more: it had freed it in line 8, step 2.',
    );
  });

  test('of a use after scope calls the variable by the name it had', () => {
    const told = faultFinding(
      scene('0 write x @4; 1 read y', { x: {} }),
      fault(site(1, 9, 2), FAULT_SCOPE, addressOf('x')),
    );
    expect(told.report).toMatch(/^ERROR: stack-use-after-scope on `x` in thread worker, step 2\n/);
    expect(told.places.map(({ role }) => role)).toEqual(['Use after scope', 'Last used by']);
  });

  const hold = (at: Site, name: string) => ({ ...at, lock: addressOf(name), shared: false });

  test('of a deadlock lists every edge with its lines', () => {
    const deadlock: Deadlock = {
      kind: 'deadlock',
      cycle: true,
      notify: null,
      outlook: null,
      waits: [
        {
          site: site(1, 10, 6, AFTER_STEP),
          kind: 'lock',
          target: addressOf('b'),
          holders: [hold(site(2, 20, 5), 'b')],
        },
        {
          site: site(2, 21, 6, AFTER_STEP),
          kind: 'lock',
          target: addressOf('a'),
          holders: [hold(site(1, 9, 4), 'a')],
        },
      ],
    };
    const told = deadlockFinding(scene('0 read x', { a: {}, b: {} }), deadlock);
    expect(told.sentence).toBe(
      'worker holds `a` (line 9) and waits for `b` (line 10); closer holds `b` (line 20) and waits for `a` (line 21).',
    );
    expect(told.report.split('\n').filter((line) => !line.startsWith('  #'))).toEqual([
      'ERROR: deadlock of 2 threads, step 6',
      'Thread worker holds `a` (line 9) and waits for `b` (line 10):',
      '`a` was locked by thread worker, step 4:',
      'Thread closer holds `b` (line 20) and waits for `a` (line 21):',
      '`b` was locked by thread closer, step 5:',
      'SUMMARY: deadlock a.cpp:10 in Job::f1()',
    ]);
  });

  test('of a deadlock through a spin names the lock that the spinning thread keeps', () => {
    const shutOut: Wait = {
      site: site(1, 10, 8, AFTER_STEP),
      kind: 'lock',
      target: addressOf('a'),
      holders: [hold(site(2, 20, 5), 'a')],
    };
    const sites = [site(0, 3, 8, AFTER_STEP), site(2, 21, 8, AFTER_STEP)];
    const told = spinDeadlockFinding(scene('0 read x', { a: {} }), {
      since: 6,
      step: 8,
      sites,
      shutOut: [shutOut],
    });
    expect(told.sentence).toBe(
      'closer holds `a` (line 20) and loops at line 21 until another thread changes what it reads; ' +
        'main loops at line 3 until another thread changes what it reads; worker waits for `a` (line 10).',
    );
    expect(told.report.split('\n').filter((line) => !line.startsWith('  #'))).toEqual([
      'ERROR: deadlock of 3 threads, step 8',
      'Thread closer holds `a` (line 20) and loops at line 21 until another thread changes what it reads:',
      '`a` was locked by thread closer, step 5:',
      'Thread main loops at line 3 until another thread changes what it reads:',
      'Thread worker waits for `a` (line 10):',
      'SUMMARY: deadlock a.cpp:21 in Job::f2()',
    ]);
    expect(told).toMatchObject({ kind: 'deadlock', reached: true, step: 8, thread: 2, line: 21 });
  });

  test.each(FAULT_KINDS.map((kind, value) => ({ kind, value })).filter(({ kind }) => kind !== null))(
    'of $kind has a verdict and a summary, even where nothing else is known',
    ({ value, kind }) => {
      const known = scene('0 read x');
      const texts = { ...known.program, texts: ['the reason'] };
      const told = faultFinding({ ...known, program: texts }, fault(site(0, 2, 1), value, 0));
      expect(told.report).toMatch(/^ERROR: .*\n(.*\n)*SUMMARY: .* a\.cpp:2 in main$/);
      expect(told.kind === kind || kind === 'thread-leak').toBe(true);
    },
  );
});
