/**
 * What offsetof gives: bytes, as programs print and compare them. A pointer counts words, so one that is moved by an offset, as in
 * `(char*)member - offsetof(T, member)`, is moved by the words that it stands for.
 */
import type { Span } from '../../bytecode/program';
import type { Ex } from '../typed';
import { constant } from './build';
import { bytesBefore } from './fields';
import type { ClassInfo, Type } from './types';

/** By the constant that stands for it: the words of an offset. */
const wordsOf = new WeakMap<Ex, number>();

/** Of the member that stands `words` behind the start of an object; a number of this type. */
export function offset(info: ClassInfo, words: number, type: Type, span: Span): Ex {
  const bytes = constant(type, BigInt(bytesBefore(info, words)), span);
  wordsOf.set(bytes, words);
  return bytes;
}

/** What a pointer is moved by: an offset in words, anything else as it is. */
export function asWords(e: Ex): Ex {
  const words = wordsOf.get(e);
  return words === undefined ? e : constant(e.type, BigInt(words), e.span);
}
