/** Binary search in ascending columns, such as the step numbers of a trace. */

/** The first index of `from..to` where `holds` is true, or `to`. It must be false up to there and true from there. */
export function bisectFirst(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where `value` would go before its equals: all earlier elements are less. */
export function bisectLeft(
  ascending: ArrayLike<number>,
  value: number,
  from = 0,
  to = ascending.length,
): number {
  return bisectFirst(from, to, (index) => ascending[index] >= value);
}

/** Where `value` would go after its equals: all earlier elements are less or equal. */
export function bisectRight(
  ascending: ArrayLike<number>,
  value: number,
  from = 0,
  to = ascending.length,
): number {
  return bisectFirst(from, to, (index) => ascending[index] > value);
}
