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
export function nested<T>(cx: Checker, span: Span, run: () => T): T {
  if (cx.nesting.depth >= MOST_DEPTH)
    unsupported(
      span,
      `nesting deeper than ${MOST_DEPTH} expressions, types and instances`,
      'end the recursion earlier, or name the parts',
    );
  cx.nesting.depth++;
  try {
    return run();
  } finally {
    cx.nesting.depth--;
  }
}
