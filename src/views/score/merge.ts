/** Merges what is too narrow to be seen, so that a frame draws no more than its pixels can show. */

export interface Piece<T> {
  readonly from: number;
  /** Last step, inclusive. */
  readonly to: number;
  /** The longest of what was merged stands for all. */
  readonly value: T;
  readonly count: number;
}

/**
 * Pieces in order of `from`; those narrower than `smallest` steps are put together with what follows at once, until they are as wide.
 * A gap of `smallest` or more always stays.
 */
export function mergeNarrow<T>(pieces: readonly Piece<T>[], smallest: number): Piece<T>[] {
  const merged: Piece<T>[] = [];
  let longest = 0;
  for (const piece of pieces) {
    const before = merged.at(-1);
    const length = lengthOf(piece);
    if (
      before === undefined ||
      lengthOf(before) >= smallest ||
      length >= smallest ||
      piece.from - before.to - 1 >= smallest
    ) {
      merged.push(piece);
      longest = length;
      continue;
    }
    merged[merged.length - 1] = {
      from: before.from,
      to: Math.max(before.to, piece.to),
      value: length > longest ? piece.value : before.value,
      count: before.count + piece.count,
    };
    longest = Math.max(longest, length);
  }
  return merged;
}

const lengthOf = ({ from, to }: Piece<unknown>): number => to - from + 1;

/** Ascending steps as runs without a gap of `gap` steps or more. */
export function runsOf(steps: ArrayLike<number>, from: number, to: number, gap: number): Piece<null>[] {
  const runs: Piece<null>[] = [];
  for (let i = from; i < to; ) {
    let j = i + 1;
    while (j < to && steps[j] - steps[j - 1] <= gap) j++;
    runs.push({ from: steps[i], to: steps[j - 1], value: null, count: j - i });
    i = j;
  }
  return runs;
}
