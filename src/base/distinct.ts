/** The first of each key, in their order. */
export function distinctBy<T>(all: readonly T[], key: (each: T) => string): T[] {
  const seen = new Set<string>();
  return all.filter((each) => {
    const name = key(each);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
