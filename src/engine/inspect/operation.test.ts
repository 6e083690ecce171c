import { expect, test } from 'vitest';
import { EV_PRINT, eventKind, nextEvent } from '../bytecode/event';
import { FAULT_BOUNDS } from '../bytecode/fault';
import { opcodes } from '../bytecode/opcodes';
import { doneOperation, nextOperation } from '../inspect/operation';
import { printedText } from '../inspect/print';
import {
  createMachine,
  FAULTED,
  faultOf,
  logEnd,
  logStart,
  runStatus,
  schedulePoints,
  setEventLimit,
  step,
} from '../machine';
import { asm } from '../machine/testing/asm';
import { type Run, run } from '../machine/testing/cpp';
import { isTold } from './acts';

/** What each of the steps was about to be, and turned out to be; once where that is the same. */
function told({ machine, names }: Run, threads: readonly number[]): string[] {
  const points = schedulePoints(machine.program);
  return threads.map((thread) => {
    const before = nextOperation(machine, thread, names)!;
    step(machine, thread, 0, points);
    names.observe(machine);
    const done = doneOperation(machine, before, names);
    expect(done).toMatchObject({ pc: before.pc, line: before.line, target: done.target });
    return done.text === before.text ? done.text : `${before.text} → ${done.text}`;
  });
}

test('atomics tell the value once they have it', () => {
  const program = run(`
    #include <atomic>
    #include <memory>
    #include <thread>
    struct Point { int x = 0; };
    std::atomic<int> count{5};
    std::atomic<bool> flag{false};
    std::atomic<std::shared_ptr<Point>> shared;
    int main() {
      std::thread worker([] {
        count.load(); count.store(7); count.fetch_add(2); count.exchange(1);
        int seen = 3;
        count.compare_exchange_strong(seen, 4);
        count.compare_exchange_strong(seen, 4);
        flag.store(true);
        shared.store(std::make_shared<Point>());
        shared.load();
        shared.store(nullptr);
      });
      worker.join();
    }
  `);
  expect(told(program, [0, 0, ...Array(11).fill(1), 0])).toEqual([
    'starts',
    'starts worker',
    'starts',
    'loads count → loads count: 5',
    'stores 7 to count',
    'adds to count → adds to count: 9',
    'exchanges in count → exchanges in count: 1',
    'compares and exchanges count → finds count changed: 1',
    'compares and exchanges count → compares and exchanges count: 4',
    'stores true to flag',
    'stores to shared → stores Point to shared',
    'loads shared → loads shared: Point',
    'stores to shared → stores null to shared',
    'joins worker',
  ]);
});

test('locks and condition variables', () => {
  const program = run(`
    #include <condition_variable>
    #include <mutex>
    #include <shared_mutex>
    #include <thread>
    std::mutex m;
    std::shared_mutex rw;
    std::condition_variable ready;
    int main() {
      std::thread waiter([] {
        std::unique_lock<std::mutex> l(m);
        ready.wait(l);
      });
      std::thread other([] {
        { std::shared_lock<std::shared_mutex> s(rw); }
        m.try_lock();
        ready.notify_one();
        m.try_lock();
        ready.notify_all();
        m.unlock();
      });
      waiter.join();
      other.detach();
    }
  `);
  expect(told(program, [0, 0, 0, 1, 1, 2, 2, 2, 2, 1, 2, 2, 2, 2, 1, 1, 0])).toEqual([
    'starts',
    'starts waiter',
    'starts other',
    'starts',
    'locks m',
    'starts',
    'locks rw for reading',
    'unlocks rw after reading',
    'tries to lock m → fails to lock m',
    'waits on ready',
    'notifies one on ready → notifies waiter on ready',
    'tries to lock m → locks m, having tried',
    'notifies all on ready → notifies all on ready: nobody waits',
    'unlocks m',
    'wakes up from ready',
    'unlocks m',
    'joins waiter',
  ]);
  expect(runStatus(program.machine)).toBe('finished');
});

test('memory that is given back is called by what stood in it', () => {
  const { machine, names } = run(`
    #include <memory>
    #include <thread>
    struct Point { int x = 0; };
    int main() {
      std::thread other([] {});
      auto shared = std::make_shared<Point>();
      Point* plain = new Point;
      delete plain;
      shared = nullptr;
      other.join();
    }
  `);
  const points = schedulePoints(machine.program, [], 'access');
  const texts: string[] = [];
  while (texts.at(-1) !== 'joins other') {
    step(machine, 0, 0, points);
    names.observe(machine);
    texts.push(nextOperation(machine, 0, names)!.text);
  }
  expect(texts.filter((text) => text.startsWith('frees'))).toEqual(['frees Point 2', 'frees Point 1']);
});

test('a crash says what kind it is, in the line it happened', () => {
  const text = '#include <cassert>\nint main() {\n  int n = 0;\n  assert(n > 0);\n}\n';
  const program = run(text);
  program.finish();
  expect(nextOperation(program.machine, 0, program.names)).toMatchObject({
    kind: 'crash',
    line: 4,
    text: 'stops: assertion failure: n > 0',
  });
});

function printedBy(text: string): string[] {
  const machine = createMachine(asm(text));
  step(machine, 0, 0, schedulePoints(machine.program, [], 'access'));
  const lines: string[] = [];
  for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(machine.words, at)) {
    if (eventKind(machine.words[at]) === EV_PRINT) lines.push(printedText(machine, at));
  }
  return lines;
}

test('every operation that another thread could notice is told in words', () => {
  const untold = opcodes.filter(({ visible }, opcode) => visible !== 'never' && !isTold(opcode));
  expect(untold).toEqual([]);
});

test('printf fills its format', () => {
  const lines = printedBy(`
    constant 104 105 0
    text "%d %5d|%-4d|%05d %u %x %c %s %ld %lu %zu %%"
    text "%s\\n"
    fn main
      START
      CONST -1 CONST 42 CONST 7 CONST 7 CONST -1 CONST 255 CONST 120 GLOBAL 0 CONST2 -5 -1 CONST2 -1 -1 CONST2 9 0
      PRINT 0 14
      CONST 0 PRINT 1 1
      RET 0
  `);
  expect(lines).toEqual(['-1    42|7   |00007 4294967295 ff x hi -5 18446744073709551615 9 %', '(null)\n']);
});

test('printf reads a text to its end, and shows where it shows no more', () => {
  const letters = `constant ${'104 '.repeat(300)}0`;
  const shown = `${'h'.repeat(256)}…`;
  expect(
    printedBy(`
      ${letters}
      text "%s"
      text "${'%s'.repeat(10)}"
      fn main
        START
        GLOBAL 0 PRINT 0 1
        GLOBAL 250 PRINT 0 1
        ${'GLOBAL 0 '.repeat(10)} PRINT 1 10
        RET 0
    `),
  ).toEqual([shown, 'h'.repeat(50), `${shown.repeat(8)}……`]);
});

test('a text that does not end is a fault, however long it is', () => {
  const machine = createMachine(
    asm(`globals 300\ntext "%s"\nfn main\n START ${filled(300)} GLOBAL 0 PRINT 0 1 RET 0`),
  );
  expect(step(machine, 0, 0, schedulePoints(machine.program, [], 'access'))).toBe(FAULTED);
  expect(faultOf(machine)?.kind).toBe(FAULT_BOUNDS);
});

const filled = (words: number): string =>
  Array.from({ length: words }, (_, i) => `GLOBAL ${i} CONST 104 STORE`).join('\n');

test('a print counts as one event for the limit, whatever it prints', () => {
  const machine = createMachine(
    asm(
      'globals 1\nconstant 104 105 0\ntext "%s"\nfn main\n START again: GLOBAL 0 PRINT 0 1 GLOBAL 3 LOAD DROP 1 JUMP again',
    ),
  );
  setEventLimit(machine, 3);
  step(machine, 0, 0, schedulePoints(machine.program, [], 'access'));
  let events = 0;
  for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(machine.words, at)) events += 1;
  expect(events).toBe(3);
});

test('an input says which values it may have, and which one it takes', () => {
  const program = run(
    'enum class Mode { slow, fast };\nint main() { Mode m = RACECOURSE_ANY(Mode::slow, Mode::fast); double d = RACECOURSE_ANY(1, 2.5); }',
  );
  program.go([0]);
  expect(nextOperation(program.machine, 0, program.names)).toMatchObject({
    kind: 'choose',
    line: 2,
    options: ['slow', 'fast'],
  });
  expect(told(program, [0, 0])).toEqual([
    'takes one of slow, fast → takes slow',
    'takes one of 1, 2.5 → takes 1',
  ]);
});
