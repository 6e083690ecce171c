/** A bound on how deep the checker calls itself: through expressions, statements, types, and what templates make of them. */
import type { Span } from '../../bytecode/program';
import { unsupported } from '../diagnostics';
import type { Checker } from './context';

/** Far above what programs need, and far below what a worker's stack holds. */
const MOST_DEPTH = 500;

/** Runs `run` for what it says of types alone: the functions that it names need no code. */
export function unevaluated<T>(cx: Checker, run: () => T): T {
  cx.nesting.unevaluated++;
  try {
    return run();
  } finally {
    cx.nesting.unevaluated--;
  }
}
/** `weight`: how many levels of the bound it takes, where much of the stack is used. */
export function nested<T>(cx: Checker, span: Span, run: () => T, weight = 1): T {
  if (cx.nesting.depth + weight > MOST_DEPTH)
    unsupported(
      span,
      `nesting deeper than ${MOST_DEPTH} expressions, types and instances`,
      'end the recursion earlier, or name the parts',
    );
  cx.nesting.depth += weight;
  try {
    return run();
  } finally {
    cx.nesting.depth -= weight;
  }
}
