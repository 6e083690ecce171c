/** The word that is meant by one that is spelled amiss: at most a third of its letters differ. The first, where several are as near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const far = words.map((each) => distance(word.toLowerCase(), each.toLowerCase()));
  const least = Math.min(...far);
  return least * 3 <= word.length ? words[far.indexOf(least)] : undefined;
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
