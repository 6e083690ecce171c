/** Small programs for tests of real threads, in the notation of the machine's own tests. */
import type { Choice, Program, ThreadId } from '../../engine';
import { asm } from '../../engine/machine/testing/asm';

/** `threads` threads, each `rounds` times: lock, count by a racing global too, unlock. The lock is the first global. */
export const contenders = (threads: number, rounds: number): Program =>
  asm(`
  globals 6
  fn main locals ${threads}
    START
    ${repeat(threads, (n) => `CONST &worker CONST ${n} SPAWN SET l${n}`)}
    ${repeat(threads, (n) => `GET l${n} JOIN`)}
    RET 0
  fn worker args 1
    START
    ${repeat(
      rounds,
      () => `GLOBAL 0 LOCK 0
    GLOBAL 4 GLOBAL 4 LOAD CONST 1 ADD STORE
    GLOBAL 0 UNLOCK 0
    GLOBAL 5 GLOBAL 5 LOAD GET a0 ADD STORE`,
    )}
    RET 0
`);

/** Each thread starts the next one and joins it, `threads` deep, main included. */
export const chain = (threads: number): Program =>
  asm(`
  globals 1
  fn main locals 1
    START
    CONST &link CONST ${threads - 2} SPAWN SET l0
    GET l0 JOIN
    RET 0
  fn link args 1 locals 1
    START
    GET a0 JZ last
    CONST &link GET a0 CONST 1 SUB SPAWN SET l0
    GET l0 JOIN
  last:
    RET 0
`);

/** Two threads that store into a global, `rounds` times each. With `alternate` every step is on another worker than the one before. */
export const storers = (rounds: number): Program =>
  asm(`
  globals 1
  fn main locals 2
    START
    CONST &storer CONST 0 SPAWN SET l0
    CONST &storer CONST 0 SPAWN SET l1
    GET l0 JOIN
    GET l1 JOIN
    RET 0
  fn storer args 1
    START
    ${repeat(rounds, (n) => `GLOBAL 0 CONST ${n} STORE`)}
    RET 0
`);

export const alternate = (rounds: number): Choice[] =>
  Array.from({ length: 3 + 2 * rounds }, (_, n) => ({
    thread: (n < 3 ? 0 : 1 + (n % 2)) as ThreadId,
    pick: 0,
  }));

const repeat = (times: number, text: (n: number) => string): string =>
  Array.from({ length: times }, (_, n) => text(n)).join('\n');
