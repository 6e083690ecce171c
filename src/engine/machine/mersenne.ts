/**
 * The Mersenne twisters of <random>, mt19937 and mt19937_64 (Matsumoto & Nishimura, "Mersenne twister", ACM TOMACS 8, 1998;
 * [rand.eng.mers]). In the machine an engine is its seed and how many numbers were drawn, so that states stay small; the numbers of a
 * seed are made here, once for all machines, and depend on nothing else.
 */

interface Parameters {
  readonly bits: bigint;
  /** Words of state, and the middle word. */
  readonly n: number;
  readonly m: number;
  /** Bits of the lower part; multiplier of the seed; the twist; the tempering. */
  readonly r: bigint;
  readonly f: bigint;
  readonly a: bigint;
  readonly u: bigint;
  readonly d: bigint;
  readonly s: bigint;
  readonly b: bigint;
  readonly t: bigint;
  readonly c: bigint;
  readonly l: bigint;
}

const MT19937: Parameters = {
  ...{ bits: 32n, n: 624, m: 397, r: 31n, f: 1812433253n, a: 0x9908b0dfn },
  ...{ u: 11n, d: 0xffffffffn, s: 7n, b: 0x9d2c5680n, t: 15n, c: 0xefc60000n, l: 18n },
};
const MT19937_64: Parameters = {
  ...{ bits: 64n, n: 312, m: 156, r: 31n, f: 6364136223846793005n, a: 0xb5026f5aa96619e9n },
  ...{
    u: 29n,
    d: 0x5555555555555555n,
    s: 17n,
    b: 0x71d67fffeda60000n,
    t: 37n,
    c: 0xfff7eee000000000n,
    l: 43n,
  },
};

class Twister {
  private readonly parameters: Parameters;
  private readonly mask: bigint;
  private readonly state: bigint[];
  /** Numbers drawn so far, low words and high ones. */
  private readonly drawn: number[] = [];

  constructor(parameters: Parameters, seed: bigint) {
    const { bits, n, f } = parameters;
    this.parameters = parameters;
    this.mask = (1n << bits) - 1n;
    const state = [seed & this.mask];
    for (let i = 1; i < n; i++) {
      const before = state[i - 1];
      state.push((f * (before ^ (before >> (bits - 2n))) + BigInt(i)) & this.mask);
    }
    this.state = state;
  }

  low(index: number): number {
    while (2 * index >= this.drawn.length) this.twist();
    return this.drawn[2 * index];
  }
  high(index: number): number {
    return this.drawn[2 * index + 1];
  }

  /** As many further numbers as the state has words. */
  private twist(): void {
    const { state, mask } = this;
    const { n, m, r, a, u, d, s, b, t, c, l } = this.parameters;
    const lower = (1n << r) - 1n;
    for (let i = 0; i < n; i++) {
      const mixed = (state[i] & mask & ~lower) | (state[(i + 1) % n] & lower);
      state[i] = state[(i + m) % n] ^ (mixed >> 1n) ^ ((mixed & 1n) === 0n ? 0n : a);
    }
    for (const word of state) {
      let z = word;
      z ^= (z >> u) & d;
      z ^= (z << s) & b & mask;
      z ^= (z << t) & c & mask;
      z ^= z >> l;
      this.drawn.push(Number(BigInt.asIntN(32, z)), Number(BigInt.asIntN(32, z >> 32n)));
    }
  }
}

/** Seeds whose numbers are kept; a program has a handful. */
const MOST_KEPT = 64;
const kept = new Map<string, Twister>();

/** Number `index` of the twister whose seed stands in words[at] and words[at + 1], in place of the seed. */
export function draw(words: Int32Array, at: number, bits: number, index: number): void {
  const seed = (BigInt(words[at + 1] >>> 0) << 32n) | BigInt(words[at] >>> 0);
  const key = `${bits} ${seed}`;
  let twister = kept.get(key);
  if (twister === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear();
    twister = new Twister(bits === 32 ? MT19937 : MT19937_64, seed);
    kept.set(key, twister);
  }
  words[at] = twister.low(index);
  words[at + 1] = twister.high(index);
}
