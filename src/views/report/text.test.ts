import { expect, test } from 'vitest';
import { piecesOf } from './text';

const strong = (report: string) => piecesOf(report).find((piece) => piece.strong)?.text;

test('the verdict of the first line is strong, and nothing is lost', () => {
  const report = 'ERROR: null-dereference in thread bucket_del\n  #0 f() a.cpp:51\nSUMMARY: null-dereference';
  expect(strong(report)).toBe('ERROR: null-dereference');
  expect(
    piecesOf(report)
      .map(({ text }) => text)
      .join(''),
  ).toBe(report);
});

test('a first line without a thread is strong as a whole', () => {
  expect(strong('WARNING: data race on counter\n  Write of size 4')).toBe('WARNING: data race on counter');
});

test('a text that begins otherwise is left as it is', () => {
  expect(piecesOf('deadlock\nERROR: later')).toEqual([
    { key: 0, text: 'deadlock\nERROR: later', strong: false },
  ]);
});
