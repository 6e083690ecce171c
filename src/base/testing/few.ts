/** What a check tries: a few in `npm test`, which is to be quick, and the whole in `npm run test:deep`, which runs every unit test too. */
export const few = <T>(small: T, whole: T): T => (process.env.DEEP === undefined ? small : whole);

/** Every n-th of them in `npm test`, and all in `npm run test:deep`. */
export const everyNth = <T>(n: number, all: readonly T[]): readonly T[] =>
  all.filter((_, i) => i % few(n, 1) === 0);
