/**
 * Pointers as numbers. An address is a word index; the number of it is 256 times that, so that pointers look aligned to whatever a
 * program asks for and have low bits free for marks. Any other number that a program keeps in a pointer, `(void*)7`, has to come out again: 31 bits of it, by sign, stand in a
 * word whose highest bit is set, where no address has it.
 */
const ALIGNMENT_BITS = 8;
const MARKS = (1 << ALIGNMENT_BITS) - 1;
const IS_NUMBER = 1 << 31;

/** Puts the number of the pointer in words[at] into the two words from there on. */
export function numberOf(words: Int32Array, at: number): void {
  const word = words[at];
  if ((word & IS_NUMBER) !== 0) {
    words[at] = (word << 1) >> 1;
    words[at + 1] = words[at] >> 31;
  } else {
    words[at] = word << ALIGNMENT_BITS;
    words[at + 1] = word >>> (32 - ALIGNMENT_BITS);
  }
}

/** Puts the pointer of the number in words[at] and words[at + 1] into the first of them. */
export function pointerOf(words: Int32Array, at: number): void {
  const low = words[at];
  const high = words[at + 1];
  const isAddress = (low & MARKS) === 0 && high >>> (ALIGNMENT_BITS - 1) === 0;
  words[at] = isAddress ? (low >>> ALIGNMENT_BITS) | (high << (32 - ALIGNMENT_BITS)) : low | IS_NUMBER;
}
