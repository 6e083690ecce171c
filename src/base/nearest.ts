/** The word that one has to change the fewest letters of to come to another: the first of those, where several are as near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const far = new Map(words.map((each) => [each, distance(word.toLowerCase(), each.toLowerCase())]));
  return [...far.keys()].sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0))[0];
}

/** Letters to add, to take away or to replace (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
