/** What an instruction does, in words: an entry for each that a thread can stop before. */
import { LOADS, STORES } from '../bytecode/edge';
import * as op from '../bytecode/opcodes';
import { operationOf } from '../bytecode/rmw';
import type { OperationKind } from './view';

export interface Act {
  /** The instruction with its operands: code[pc] and what follows. */
  readonly code: Int32Array;
  readonly pc: number;
  /** The name of what it is about. */
  readonly target: string;
  /** The word that was read or is written; undefined where it is not known yet. */
  readonly value: number | undefined;
  /** The same as a value of its type; '' likewise. */
  readonly seen: string;
}

/** Its kind and a sentence without a subject. */
type Told = readonly [kind: OperationKind, text: string];
type Tell = (act: Act) => Told;

const always =
  (kind: OperationKind, verb: string, behind = ''): Tell =>
  ({ target }) => [kind, `${verb} ${target}${behind}`];
const alone =
  (kind: OperationKind, text: string): Tell =>
  () => [kind, text];
const withValue =
  (kind: OperationKind, verb: string): Tell =>
  ({ target, seen }) => [kind, seen === '' ? `${verb} ${target}` : `${verb} ${target}: ${seen}`];
const stores =
  (kind: OperationKind, verb: string): Tell =>
  ({ target, seen }) => [kind, seen === '' ? `${verb} to ${target}` : `${verb} ${seen} to ${target}`];
/** By whether the value is 0. */
const either =
  (zero: Tell, other: Tell): Tell =>
  (act) =>
    (act.value === 0 ? zero : other)(act);

/** Of an attempt to lock: whether it waits for a time. */
export const isTimed = (code: Int32Array, pc: number): boolean =>
  code[pc + (code[pc] === op.TRYLOCK ? 2 : 1)] !== 0;

const tries: Tell = ({ code, pc, target }) => [
  'try-lock',
  `tries to lock ${target}${isTimed(code, pc) ? ' for a time' : ''}`,
];

const notifies: Tell = ({ code, pc, target, value }) => {
  const whom = code[pc + 1] !== 0 ? 'all' : 'one';
  return ['notify', `notifies ${whom} on ${target}${value === 0 ? ': nobody waits' : ''}`];
};

/** By the operation of ARMW: verb before, preposition behind the value. */
const MODIFIES: readonly (readonly [verb: string, preposition: string])[] = [
  ['exchanges', 'in'],
  ['adds', 'to'],
  ['subtracts', 'from'],
  ['ands', 'into'],
  ['ors', 'into'],
  ['xors', 'into'],
];

const modifies: Tell = (act) => {
  const [verb, preposition] = MODIFIES[operationOf(act.code[act.pc + 2])] ?? MODIFIES[0];
  return withValue('rmw', `${verb} ${preposition}`)(act);
};

const loads = withValue('load', 'loads');
const puts = stores('store', 'stores');
const exchanges = withValue('rmw', 'exchanges');
const enters: Tell = (act) => {
  const flavour = act.code[act.pc + 1];
  return (flavour === LOADS ? loads : flavour === STORES ? puts : exchanges)(act);
};

const counts: Tell = ({ target, value }) => [
  'read',
  `counts the owners of ${target}${value === undefined ? '' : `: ${value}`}`,
];

const ACTS: Readonly<Record<number, Tell>> = {
  [op.LOAD]: withValue('read', 'reads'),
  [op.LOAD2]: withValue('read', 'reads'),
  [op.STORE]: stores('write', 'writes'),
  [op.STORE2]: stores('write', 'writes'),
  [op.COPY]: always('write', 'writes'),
  [op.FREE]: always('end', 'frees'),
  [op.DEATH]: always('end', 'ends the life of'),
  [op.TRAP]: alone('crash', 'stops'),
  [op.LOCK]: always('lock', 'locks'),
  [op.LOCKALL]: always('lock', 'locks'),
  [op.TRYLOCK]: tries,
  [op.TRYLOCK_SHARED]: tries,
  [op.UNLOCK]: always('unlock', 'unlocks'),
  [op.LOCK_SHARED]: always('lock-shared', 'locks', ' for reading'),
  [op.UNLOCK_SHARED]: always('unlock-shared', 'unlocks', ' after reading'),
  [op.LOCKEND]: always('end', 'destroys'),
  [op.CVWAIT]: always('wait', 'waits on'),
  [op.CVRELOCK]: always('wake', 'wakes up from'),
  [op.CVTIMED]: either(always('wake', 'wakes up from', ': timed out'), always('wake', 'wakes up from')),
  [op.CVENTER]: always('wait', 'begins to wait on'),
  [op.NOTIFY]: notifies,
  [op.ALOAD]: loads,
  [op.ASTORE]: puts,
  [op.ARMW]: modifies,
  [op.ACAS]: withValue('rmw', 'compares and exchanges'),
  [op.AENTER]: enters,
  [op.COUNT_ADD]: always('rmw', 'becomes an owner of'),
  [op.COUNT_DROP]: either(always('drop', 'drops the last owner of'), always('drop', 'drops an owner of')),
  [op.COUNT_TRY_ADD]: either(always('rmw', 'asks for', ': it is gone'), always('rmw', 'becomes an owner of')),
  [op.COUNT_READ]: counts,
  [op.SPAWN]: always('spawn', 'starts'),
  [op.START]: alone('start', 'starts'),
  [op.JOIN]: always('join', 'joins'),
  [op.AWAIT]: always('join', 'joins'),
  [op.DETACH]: always('detach', 'detaches'),
  [op.CHOOSE]: alone('choose', 'takes one of several values'),
  [op.EITHER]: alone('choose', 'goes on or not'),
  [op.EITHER2]: alone('choose', 'goes on or not'),
  [op.YIELD]: alone('yield', 'yields'),
  [op.QUIT]: alone('yield', 'ends the process'),
  [op.PRINT]: alone('read', 'prints'),
  [op.FENCE]: alone('yield', 'passes a fence'),
  [op.STORAGE_DEAD]: alone('yield', 'leaves a scope'),
};

/** Whether there is an entry for it. */
export const isTold = (opcode: number): boolean => opcode in ACTS;

/** Of an instruction without an entry, as behind a scope that a thread has left, there is nothing to say. */
export function told(act: Act): Told {
  const opcode = act.code[act.pc];
  return ACTS[opcode]?.(act) ?? ['yield', 'goes on'];
}
