/** What threads that run at once have to know of the instruction at which one of them rests. */
import { AENTER, COPY, LOAD, LOAD2, STORE, STORE2, YIELD } from '../bytecode/opcodes';
import type { Program } from '../bytecode/program';

const PLAIN: ReadonlySet<number> = new Set([LOAD, LOAD2, STORE, STORE2, COPY]);

/** An access that nothing orders, where threads stop before it: it races. */
export const isPlainAccess = ({ code }: Program, pc: number): boolean => PLAIN.has(code[pc]);

/** The beginning of an access to a larger atomic object, which must be over before anybody else does anything. */
export const isAtomicBlock = ({ code }: Program, pc: number): boolean => code[pc] === AENTER;

/** std::this_thread::yield, and sleeps. */
export const isYield = ({ code }: Program, pc: number): boolean => code[pc] === YIELD;
