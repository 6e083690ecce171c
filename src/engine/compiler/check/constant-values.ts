/** What a run at compile time (constant-run.ts) computes with: numbers, and addresses of words. */
import * as b from './build';
import { isScalar, type Type, wordsOf } from './types';

/** Thrown: the value depends on something that is only known when the program runs. */
export class Unknown extends Error {}
/** Thrown: there is no end to be seen. */
export class Endless extends Error {}
/** The words of an object; a scalar stands in its first. */
export type Storage = Value[];
/** Where a pointer points to: a word of some storage. */
export interface Address {
  readonly of: Storage;
  readonly at: number;
}
/** A null pointer is 0. */
export type Value = b.Value | Address;

export function unknown(): never {
  throw new Unknown();
}
export const address = (v: Value): Address => (typeof v === 'object' ? v : unknown());
export function moved(v: Value, words: number): Address {
  const { of, at } = address(v);
  return { of, at: at + words };
}
export const stride = (pointer: Type): number => (pointer.kind === 'pointer' ? wordsOf(pointer.to) : 1);
export const isConstArray = (t: Type): boolean => (t.kind === 'array' ? isConstArray(t.of) : t.isConst);
export const stepped = (v: Value, by: number, type: Type): Value => {
  if (typeof v === 'object') return moved(v, by * stride(type));
  return typeof v === 'number' ? v + by : v + BigInt(by);
};
export function compared(operator: string, left: Value, right: Value): Value {
  const [x, y] = [left, right];
  const same = typeof x === 'object' && typeof y === 'object' ? x.of === y.of && x.at === y.at : x === y;
  if (operator === '==' || operator === '!=') return same === (operator === '==') ? 1n : 0n;
  const [a, c] = [address(x), address(y)];
  if (a.of !== c.of) throw new Unknown();
  const holds = { '<': a.at < c.at, '<=': a.at <= c.at, '>': a.at > c.at, '>=': a.at >= c.at }[operator];
  return holds === undefined ? unknown() : holds ? 1n : 0n;
}
/** The value as a variable of the type holds it. */
export const held = (v: b.Value, t: Type): b.Value =>
  isScalar(t) && t.kind !== 'pointer' && t.kind !== 'reference'
    ? (b.constantValue(b.constant(t, v, { file: 0, start: 0, end: 0 })) ?? v)
    : v;
