/**
 * How fast is the interpreter? Instructions per second of loops of simple instructions, of memory accesses, of calls
 * and of 64-bit sums, and what checkpoint, restore and hash of a scenario-sized state cost.
 *
 *     npx rolldown bench/interpreter.ts --platform node --file /tmp/interpreter.mjs && node /tmp/interpreter.mjs
 */
import {
  checkpoint,
  createMachine,
  hashState,
  type Machine,
  reset,
  restore,
  sameState,
  schedulePoints,
  stateWords,
  step,
} from '../src/engine/machine';
import { asm } from '../src/engine/machine/testing/asm';

/** A loop of `rounds` around a body of `length` instructions, in one step. */
interface Loop {
  readonly name: string;
  readonly body: string;
  readonly functions?: string;
  /** Instructions of a round, the loop's own six included. */
  readonly length: number;
}

const ROUNDS = 12_000;
const loops: readonly Loop[] = [
  {
    name: 'arithmetic',
    body: 'GET l1 CONST 3 MUL GET l0 XOR CONST 7 ADD SET l1 GET l1 CONST 15 AND SET l2',
    length: 12 + 6,
  },
  { name: 'loads and stores', body: 'GLOBAL 0 GLOBAL 0 LOAD CONST 1 ADD STORE', length: 6 + 6 },
  {
    name: 'calls',
    body: 'GET l1 CALL next SET l1',
    functions: 'fn next args 1 results 1\n GET a0 CONST 1 ADD RET 1',
    length: 3 + 4 + 7,
  },
  { name: '64-bit sums', body: 'GET2 l3 GET l0 SEXT ADD2 SET2 l3', length: 5 + 6 },
];

function programOf({ body, functions = '' }: Loop) {
  return asm(`
    globals 4
    fn main locals 5
      START STORAGE_LIVE l0 5 CONST 0 SET l1 CONST 0 CONST 0 SET2 l3
      CONST ${ROUNDS} SET l0
    again:
      ${body}
      GET l0 CONST 1 SUB DUP 1 SET l0 JNZ again
      RET 0
    ${functions}
  `);
}

/** Milliseconds of processor time: others on the machine do not count. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Calls of `work` for about a second: the best rate of five goes. */
function rate(work: () => void): number {
  let best = 0;
  for (let go = 0; go < 5; go++) {
    let calls = 0;
    const start = now();
    do {
      for (let i = 0; i < 20; i++) work();
      calls += 20;
    } while (now() - start < 200);
    best = Math.max(best, (calls * 1000) / (now() - start));
  }
  return best;
}

for (const shared of [false, true]) {
  for (const loop of loops) {
    const program = programOf(loop);
    const machine = createMachine(program, { shared });
    const points = schedulePoints(program);
    const steps = rate(() => {
      reset(machine);
      while (step(machine, 0, 0, points) === 2) {}
    });
    const millions = (steps * ROUNDS * loop.length) / 1e6;
    console.log(`${shared ? 'shared ' : ''}${loop.name}: ${millions.toFixed(0)} M instructions/s`);
  }
}

function stateOf(words: number): Machine {
  const program = asm(`
    globals ${words}
    fn main
      START CONST &other CONST 0 SPAWN CONST &other CONST 0 SPAWN RET 0
    fn other args 1
      START YIELD RET 0
  `);
  const machine = createMachine(program);
  for (const thread of [0, 0, 0, 1, 2]) step(machine, thread, 0, schedulePoints(program));
  return machine;
}
for (const globals of [32, 100, 500]) {
  const machine = stateOf(globals);
  const copy = checkpoint(machine);
  const million = (work: () => void) => (rate(work) / 1e6).toFixed(2);
  console.log(
    `state of ${stateWords(machine) * 4} bytes, M/s: checkpoint ${million(() => checkpoint(machine))}`,
    `restore ${million(() => restore(machine, copy))} hash ${million(() => hashState(machine))}`,
    `compare ${million(() => sameState(machine, copy))}`,
  );
}
