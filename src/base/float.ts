/** IEEE 754 numbers as the 32-bit words that hold them: binary64 in two, low word first; binary32 in one. */
const numbers = new Float64Array(1);
const pair = new Int32Array(numbers.buffer);
const single = new Float32Array(1);
const word = new Int32Array(single.buffer);

/** What a machine makes of an invalid operation (0 / 0); with the sign off, what a program writes as NAN. */
const NAN_HIGH = 0xfff80000 | 0;
const NAN_SINGLE = 0xffc00000 | 0;

/** The number in two words. Every pattern of a NaN reads as one and the same; its sign is in the words only. */
export function numberOf(low: number, high: number): number {
  pair[0] = low;
  pair[1] = high;
  return numbers[0];
}
/** Two words for a number, into words[at] and words[at + 1]. A NaN has the sign that an invalid operation gives it. */
export function putNumber(words: Int32Array, at: number, value: number): void {
  if (Number.isNaN(value)) {
    words[at] = 0;
    words[at + 1] = NAN_HIGH;
    return;
  }
  numbers[0] = value;
  words[at] = pair[0];
  words[at + 1] = pair[1];
}
/** The number in one word, and one word for a number that is rounded to it. */
export function singleOf(bits: number): number {
  word[0] = bits;
  return single[0];
}
export function singleBits(value: number): number {
  if (Number.isNaN(value)) return NAN_SINGLE;
  single[0] = value;
  return word[0];
}
