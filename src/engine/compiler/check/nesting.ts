/** What the checker is in the middle of, and a bound on how deep it calls itself: through expressions, statements, types, templates. */
import type { Span } from '../../bytecode/program';
import { unsupported } from '../diagnostics';
import type { Fn } from '../typed';
import type { Checker } from './context';

/** Far above what programs need, and far below what a worker's stack holds. */
const MOST_DEPTH = 500;

/** Runs `run` for what it says of types alone: the functions that it names need no code. */
export function unevaluated<T>(cx: Checker, run: () => T): T {
  cx.underway.unevaluated++;
  try {
    return run();
  } finally {
    cx.underway.unevaluated--;
  }
}
/** `weight`: how many levels of the bound it takes, where much of the stack is used. */
export function nested<T>(cx: Checker, span: Span, run: () => T, weight = 1): T {
  if (cx.underway.depth + weight > MOST_DEPTH)
    unsupported(
      span,
      `nesting deeper than ${MOST_DEPTH} expressions, types and instances`,
      'end the recursion earlier, or name the parts',
    );
  cx.underway.depth += weight;
  try {
    return run();
  } finally {
    cx.underway.depth -= weight;
  }
}

/** Runs `check` for the body of `fn`, whatever is under way outside of it. */
export function within<T>(cx: Checker, fn: Fn, check: () => T): T {
  const { underway } = cx;
  const { fn: outer, converting, unevaluated } = underway;
  Object.assign(underway, { fn, converting: false, unevaluated: 0 });
  try {
    return nested(cx, fn.span, check);
  } finally {
    Object.assign(underway, { fn: outer, converting, unevaluated });
  }
}
