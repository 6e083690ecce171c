import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InternalError } from './assert';
import { decodeVarints, encodeVarints, fromBase64Url, readVarint, toBase64Url } from './varint';

test('varints come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat()), (values) => {
      expect(decodeVarints(encodeVarints(values))).toEqual(values);
    }),
  );
});

test('bytes that decode are the only encoding of what they decode to', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const values = decodeVarints(bytes);
      if (values !== undefined) expect(encodeVarints(values)).toEqual(bytes);
    }),
  );
});

test('a number takes one byte per seven bits', () => {
  expect([...encodeVarints([0, 127, 128, 300])]).toEqual([0, 127, 0x80, 1, 0xac, 2]);
  expect(encodeVarints([Number.MAX_SAFE_INTEGER])).toHaveLength(8);
});

test('malformed varints are undefined: cut off, padded, too large', () => {
  expect(decodeVarints(Uint8Array.of(0x80))).toBeUndefined();
  expect(decodeVarints(Uint8Array.of(0x80, 0))).toBeUndefined();
  expect(decodeVarints(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x10))).toBeUndefined();
  expect(decodeVarints(new Uint8Array(40).fill(0xff))).toBeUndefined();
});

test('numbers that a varint cannot hold are a bug of the caller', () => {
  for (const value of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(() => encodeVarints([value])).toThrow(InternalError);
  }
});

test('readVarint says where to go on', () => {
  expect(readVarint(Uint8Array.of(9, 0xac, 2, 9), 1)).toEqual({ value: 300, next: 3 });
  expect(readVarint(Uint8Array.of(9), 1)).toBeUndefined();
});

test('base64url is what node says it is, both ways', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(text)).toEqual(bytes);
    }),
  );
});

test('text that decodes is the only encoding of its bytes', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'AQgw09-_'), maxLength: 8 });
  fc.assert(
    fc.property(letters, (text) => {
      const bytes = fromBase64Url(text);
      if (bytes !== undefined) expect(toBase64Url(bytes)).toBe(text);
    }),
  );
});

test('malformed base64url is undefined: foreign characters, a lone letter, spare bits', () => {
  for (const text of ['A+AA', 'AA==', 'AA AA', 'A', 'AAAAA', 'AB', 'é\u{1f600}']) {
    expect(fromBase64Url(text)).toBeUndefined();
  }
});
