/** Two runs side by side: which steps are the same, and where they part. Pure. */
import type { StepView } from '../../engine';

/** A step of each run; null where only the other has one. */
export interface Row {
  readonly left: StepView | null;
  readonly right: StepView | null;
  /** The same thread did the same with the same outcome. */
  readonly same: boolean;
}

/** Beyond it steps are only put side by side by their number: the table of all pairs would not pay. */
const MOST_PAIRS = 1_000_000;

/** The longest common subsequence in rows of its own; what is between stands side by side. */
export function align(a: readonly StepView[], b: readonly StepView[]): readonly Row[] {
  let start = 0;
  while (start < a.length && start < b.length && alike(a[start], b[start])) start++;
  const rows: Row[] = a.slice(0, start).map((left, at) => ({ left, right: b[at], same: true }));
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const common = restA.length * restB.length > MOST_PAIRS ? [] : commonPairs(restA, restB);
  let [i, j] = [0, 0];
  const apart = (toA: number, toB: number): void => {
    for (; i < toA || j < toB; i++, j++)
      rows.push({ left: i < toA ? restA[i] : null, right: j < toB ? restB[j] : null, same: false });
  };
  for (const [nextA, nextB] of common) {
    apart(nextA, nextB);
    rows.push({ left: restA[nextA], right: restB[nextB], same: true });
    [i, j] = [nextA + 1, nextB + 1];
  }
  apart(restA.length, restB.length);
  return rows;
}

const alike = (a: StepView, b: StepView): boolean =>
  a.thread === b.thread && a.operation.text === b.operation.text;

function commonPairs(a: readonly StepView[], b: readonly StepView[]): [number, number][] {
  const width = b.length + 1;
  const longest = new Int32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      longest[at] = alike(a[i], b[j])
        ? longest[at + width + 1] + 1
        : Math.max(longest[at + width], longest[at + 1]);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const at = i * width + j;
    if (alike(a[i], b[j])) pairs.push([i++, j++]);
    else if (longest[at + width] >= longest[at + 1]) i++;
    else j++;
  }
  return pairs;
}
