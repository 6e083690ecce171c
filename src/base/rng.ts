/** Randomness that can be repeated: whoever draws is given a seed. Small and fast, not for secrets. */

export interface Rng {
  /** The whole state, a uint32: `createRng(rng.state)` goes on from here. */
  readonly state: number;
  /** A uint32. */
  next(): number;
  /** An integer of 0 … bound - 1; `bound` is 1 … 2^32. The bias, below bound / 2^32, does not matter here. */
  int(bound: number): number;
}

/** Mulberry32: one word of state, period 2^32. Only the low 32 bits of the seed count. */
export function createRng(seed: number): Rng {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 0;
  };
  return {
    get state() {
      return state;
    },
    next,
    int: (bound) => Math.floor((next() / 2 ** 32) * bound),
  };
}
