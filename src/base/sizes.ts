/**
 * How long arrays and tables that grow are at first. A test can make all of them as short as they can be, so that everything grows
 * that ever will: a place that forgets to then gives another answer, or none. Read where something is made, never in a loop.
 */
let least = false;

/** The initial size of what grows: `usual`, or 1 while the least sizes are wanted. */
export const initially = (usual: number): number => (least ? 1 : usual);

/** For tests: runs `body` with all that is made meanwhile as small as it can be. */
export function withLeastSizes<Result>(body: () => Result): Result {
  least = true;
  try {
    return body();
  } finally {
    least = false;
  }
}
