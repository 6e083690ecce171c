/** What a text has that another has not, line by line: pure. How much white space there is does not count. */

export interface LineDiff {
  /** Numbers of lines that only this text has. */
  readonly added: ReadonlySet<number>;
  /** By the number of the line that they stood before: lines that only the other text has. */
  readonly removed: ReadonlyMap<number, readonly string[]>;
}

export const noDiff: LineDiff = { added: new Set(), removed: new Map() };

/** By the longest common subsequence of lines. */
export function diffLines(source: string, other: string): LineDiff {
  const [here, there] = [source, other].map((text) => text.trimEnd().split('\n'));
  const [words, otherWords] = [here, there].map((lines) =>
    lines.map((line) => line.trim().replace(/\s+/g, ' ')),
  );
  const same = (i: number, j: number): boolean => words[i] === otherWords[j];
  const width = there.length + 1;
  const longest = new Uint16Array((here.length + 1) * width);
  for (let i = here.length - 1; i >= 0; i--)
    for (let j = there.length - 1; j >= 0; j--)
      longest[i * width + j] = same(i, j)
        ? longest[(i + 1) * width + j + 1] + 1
        : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
  const added = new Set<number>();
  const removed = new Map<number, string[]>();
  for (let i = 0, j = 0; i < here.length || j < there.length; ) {
    if (i < here.length && j < there.length && same(i, j)) {
      i++;
      j++;
    } else if (
      j < there.length &&
      (i === here.length || longest[i * width + j + 1] >= longest[(i + 1) * width + j])
    ) {
      removed.set(i + 1, [...(removed.get(i + 1) ?? []), there[j++]]);
    } else {
      added.add(++i);
    }
  }
  return { added, removed };
}

/** A line that says something to the compiler. */
export const isCode = (text: string): boolean => !/^\s*(\/\/.*)?$/.test(text);
