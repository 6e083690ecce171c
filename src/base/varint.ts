/**
 * Numbers and bytes in few URL-safe characters: LEB128 (seven bits a byte, low ones first, the top bit says that
 * more follow) and base64url without padding. What is decoded may come from a mistyped link, so malformed input
 * is answered with undefined; and each value has one encoding, so equal links mean equal things.
 */
import { assert } from './assert';

/** Appends a safe non-negative integer to `bytes`. */
function pushVarint(bytes: number[], value: number): void {
  assert(Number.isSafeInteger(value) && value >= 0, () => `no varint for ${value}`);
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

/** The number at `at` and where the next one starts; undefined when cut off, longer than needed or too large. */
export function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  let value = 0;
  let unit = 1;
  for (let next = at; next < bytes.length; next++, unit *= 0x80) {
    const byte = bytes[next];
    value += (byte & 0x7f) * unit;
    if (value > Number.MAX_SAFE_INTEGER) return undefined;
    if (byte < 0x80) return byte === 0 && next > at ? undefined : { value, next: next + 1 };
  }
  return undefined;
}

/** The bytes of several numbers one after another; their count is not stored. */
export function encodeVarints(values: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  for (const value of values) pushVarint(bytes, value);
  return Uint8Array.from(bytes);
}

/** The inverse of encodeVarints, or undefined when `bytes` are not varints to the end. */
export function decodeVarints(bytes: Uint8Array): number[] | undefined {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const read = readVarint(bytes, at);
    if (read === undefined) return undefined;
    values.push(read.value);
    at = read.next;
  }
  return values;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SEXTET: ReadonlyMap<string, number> = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** RFC 4648 section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    for (bits += 8; bits >= 6; ) {
      bits -= 6;
      text += ALPHABET[(pending >>> bits) & 63];
    }
    pending &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(pending << (6 - bits)) & 63] : text;
}

/** The inverse of toBase64Url; undefined for foreign characters, impossible lengths and non-zero spare bits. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array((text.length * 6) >>> 3);
  let pending = 0;
  let bits = 0;
  let length = 0;
  for (const letter of text) {
    const sextet = SEXTET.get(letter);
    if (sextet === undefined) return undefined;
    pending = (pending << 6) | sextet;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = pending >>> bits;
      pending &= (1 << bits) - 1;
    }
  }
  return bits < 6 && pending === 0 ? bytes : undefined;
}
