import { expect, test } from 'vitest';
import { scenarios } from './all';
import { explained, glossary } from './glossary';

const marked = (text: string): string =>
  explained(text)
    .map((piece) => (piece.entry === null ? piece.text : `[${piece.text}|${piece.entry.word}]`))
    .join('');

test('a word is explained where it comes first, in the form in which it stands there', () => {
  expect(marked('A vbucket is a slice. Two vbuckets, and a Cookie.')).toBe(
    'A [vbucket|vbucket] is a slice. Two vbuckets, and a [Cookie|cookie].',
  );
  expect(marked('It asks a weak pointer: a use after free.')).toBe(
    'It asks a [weak pointer|weak_ptr]: a [use after free|use after free].',
  );
});

test('names of the code are no words', () => {
  for (const text of [
    'vb_mutex',
    'closeAllStreams',
    'producer->closeAllStreams()',
    'ctx.stream',
    'backfill()',
  ])
    expect(marked(text)).toBe(text);
});

test('no text is changed by it, and every word is used by a story or a sentence of its own', () => {
  const texts = scenarios.flatMap(({ sentence, variants }) => [
    sentence,
    ...variants.flatMap(({ story = [] }) => story.map(({ text }) => text)),
  ]);
  for (const text of texts)
    expect(
      explained(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  const words = glossary.map(({ word }) => word);
  expect(words).toEqual([...words].sort((a, b) => a.localeCompare(b)));
  for (const { sentence } of glossary) expect(sentence).toMatch(/^[A-Z][^<>]*\.$/);
});
