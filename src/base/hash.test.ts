import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish, hashText, hashWords, mix } from './hash';

test('hashWords is MurmurHash3 over whole words, bit for bit', () => {
  // Published vectors of MurmurHash3_x86_32 for whole words.
  expect(hashWords(new Int32Array(0), 0, 0, 0)).toBe(0);
  expect(murmur(Int32Array.of(0), 0)).toBe(0x2362f9de);
  expect(murmur(Int32Array.of(0x87654321 | 0), 0)).toBe(0xf55b516b);
  expect(murmur(Int32Array.of(0x87654321 | 0), 0x5082edee)).toBe(0x2362f9de);
});

/** MurmurHash3 counts its length in bytes, hashWords in words. */
function murmur(words: Int32Array, seed: number): number {
  let hash = seed | 0;
  for (const word of words) hash = mix(hash, word);
  return finish(hash, words.length * 4) >>> 0;
}

test('only the given range counts', () => {
  fc.assert(
    fc.property(
      fc.int32Array({ maxLength: 20 }),
      fc.int32Array({ maxLength: 4 }),
      fc.integer(),
      (words, pad, seed) => {
        const padded = Int32Array.from([...pad, ...words, ...pad]);
        expect(hashWords(padded, pad.length, pad.length + words.length, seed)).toBe(
          hashWords(words, 0, words.length, seed),
        );
      },
    ),
  );
});

test('trailing zeros count', () => {
  const hashes = [0, 1, 2, 3].map((length) => hashWords(new Int32Array(length), 0, length, 1));
  expect(new Set(hashes).size).toBe(4);
});

test('memories that differ in little collide no more often than chance, and never under two seeds', () => {
  const count = 1 << 17;
  const first = new Set<number>();
  const both = new Set<string>();
  const words = new Int32Array(16);
  for (let i = 0; i < count; i++) {
    words[3] = i & 0x1ff;
    words[11] = i >>> 9;
    const one = hashWords(words, 0, words.length, 1);
    first.add(one);
    both.add(`${one} ${hashWords(words, 0, words.length, 2)}`);
  }
  expect(count - first.size).toBeLessThan(15); // 2 are expected
  expect(both.size).toBe(count);
});

test('texts hash by content and order', () => {
  expect(hashText('lock a, lock b')).toBe(hashText('lock a, lock b'));
  expect(hashText('ab')).not.toBe(hashText('ba'));
  expect(hashText('ab', 1)).not.toBe(hashText('ab', 2));
});
