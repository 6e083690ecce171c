/**
 * Constant expressions: calls of constexpr functions, run on the typed tree (constant-run.ts). What it cannot compute it leaves as it is;
 * only where C++ demands a constant is that a fault of the source.
 */
import { unsupported } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { ConstantRun } from './constant-run';
import { Endless, Unknown } from './constant-values';
import { isScalar } from './types';

const MOST_STEPS = 100_000;
/** Of what must be a constant. g++ gives up after 33 million operations, or 262,144 rounds of one loop. */
const MOST_STEPS_OF_CONSTANT = 2_000_000;

/** The expression, or its value as a constant. */
export function evaluated(e: Ex): Ex {
  try {
    return known(e, new ConstantRun(MOST_STEPS, false));
  } catch (error) {
    if (error instanceof Endless) return e;
    throw error;
  }
}
/** The same for the value of a constexpr variable, or another constant: an endless computation is a fault of the source. */
export function evaluatedConstant(e: Ex): Ex {
  try {
    return known(e, new ConstantRun(MOST_STEPS_OF_CONSTANT, true));
  } catch (error) {
    if (!(error instanceof Endless)) throw error;
    return unsupported(
      e.span,
      `a constant that takes more than ${MOST_STEPS_OF_CONSTANT} steps, or ${ConstantRun.mostCalls} calls in calls,`,
      'leave out constexpr, or end the recursion or the loop earlier',
    );
  }
}
function known(e: Ex, run: ConstantRun): Ex {
  if (e.k === 'const' || !isScalar(e.type) || e.type.kind === 'pointer' || e.type.kind === 'memberPointer')
    return e;
  try {
    const value = run.value(e);
    return typeof value === 'object' ? e : b.constant(e.type, value, e.span);
  } catch (error) {
    if (error instanceof Unknown || error instanceof RangeError) return e;
    throw error;
  }
}
