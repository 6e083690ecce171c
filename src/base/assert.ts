/**
 * Loud guards. A failure here is the fault of Racecourse, never of the program under study: those faults are
 * findings and diagnostics.
 */

/** Thrown when Racecourse contradicts itself; the message says so, so that nobody looks for the bug in the C++. */
export class InternalError extends Error {
  constructor(message: string) {
    super(`bug in the visualizer: ${message}`);
    this.name = 'InternalError';
  }
}

/** Throws an InternalError unless `condition` holds. A message that costs something to build may be a function. */
export function assert(condition: unknown, message: string | (() => string)): asserts condition {
  if (!condition) throw new InternalError(typeof message === 'string' ? message : message());
}

/** Closes an exhaustive `switch`: does not compile while a case is missing. */
export function assertNever(value: never, what = 'value'): never {
  throw new InternalError(`unexpected ${what}: ${describe(value)}`);
}

function describe(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
