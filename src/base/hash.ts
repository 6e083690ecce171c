/**
 * 32-bit hashing of memory and text in the manner of MurmurHash3, with integer operations only: the same on every
 * machine. Results are signed words, as an Int32Array holds them. Not for secrets; two seeds give two hashes that
 * practically never collide together, which is how 64 bits are had.
 */

/** One more word into a running hash. Cheap and weak alone: end with `finish`. */
export function mix(hash: number, word: number): number {
  let scrambled = Math.imul(word, 0xcc9e2d51);
  scrambled = Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  const mixed = hash ^ scrambled;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** Spreads every bit of a running hash over all others. `length` keeps a text of zeros from hashing as a shorter one. */
export function finish(hash: number, length: number): number {
  let word = hash ^ length;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

/** The hash of `words[from … to - 1]`. */
export function hashWords(words: Int32Array, from: number, to: number, seed: number): number {
  let hash = seed | 0;
  for (let i = from; i < to; i++) hash = mix(hash, words[i]);
  return finish(hash, to - from);
}

/** The hash of a text by its UTF-16 units. */
export function hashText(text: string, seed = 0): number {
  let hash = seed | 0;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return finish(hash, text.length);
}

/** Two hashes as one number that is exact: 53 of their 64 bits, for a Map or a Set. */
export const packed = (one: number, two: number): number => (one >>> 0) * 2 ** 21 + (two >>> 11);
