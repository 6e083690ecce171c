import { expect, test } from 'vitest';
import { proseOf } from './prose';

const code = (sentence: string) =>
  proseOf(sentence)
    .filter((piece) => piece.code)
    .map(({ text }) => text);

test('what stands between backticks is code', () => {
  expect(code('worker stored null in `mgr` and left `found`.')).toEqual(['mgr', 'found']);
  expect(proseOf('`mgr` is null').map(({ text }) => text)).toEqual(['mgr', ' is null']);
});

test('a lone backtick is left as it is', () => {
  expect(proseOf('half a `word')).toEqual([{ key: 0, text: 'half a `word', code: false }]);
});
