import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lex } from './lexer';

const texts = (source: string): string[] =>
  lex(source)
    .slice(0, -1)
    .map((t) => t.text);
const first = (source: string) => {
  const [token] = lex(source);
  return { kind: token?.kind, value: token?.value, suffix: token?.suffix };
};

describe('tokens', () => {
  test('have the exact range of their text', () => {
    const source = 'std::mutex m; // a comment\n  m.lock(); /* another\n one */ x += 1;';
    for (const { start, end, text } of lex(source)) expect(source.slice(start, end)).toBe(text);
    expect(texts(source)).toEqual('std :: mutex m ; m . lock ( ) ; x += 1 ;'.split(' '));
  });

  test('cover every character that is not a space or a comment, whatever the text', () => {
    const parts = fc.constantFrom(
      ...'a 1 0x1F "s" \' / * // /* */ \n \\ < > = :: -> ->* ... # @ é 1.5 10ms u8"x" { }'.split(' '),
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(parts), (list) => {
        const source = list.join('');
        const tokens = lex(source);
        let at = 0;
        for (const { start, end, text, kind } of tokens) {
          expect(start).toBeGreaterThanOrEqual(at);
          if (kind !== 'end') expect(end).toBeGreaterThan(start);
          if (kind === 'punct') expect(source.slice(start, end)).toBe(text);
          at = end;
        }
        expect(tokens.at(-1)).toMatchObject({ kind: 'end', start: source.length });
      }),
      { seed: 1 },
    );
  });

  test('take the longest punctuator, but > stands alone and says whether it is glued', () => {
    expect(texts('a<<=b<=>c->*d...e')).toEqual(['a', '<<=', 'b', '<=>', 'c', '->*', 'd', '...', 'e']);
    const shift = lex('a >> b > > c >>= d');
    expect(shift.map((t) => t.text)).toEqual(['a', '>', '>', 'b', '>', '>', 'c', '>', '>=', 'd', '']);
    expect(shift.map((t) => t.glued)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  test('know the first of a line, over continued lines', () => {
    const starts = lex('a b\nc \\\n d /* \n */ e').filter((t) => t.lineStart);
    expect(starts.map((t) => t.text)).toEqual(['a', 'c', 'e', '']);
  });

  test('tell words from keywords', () => {
    expect(lex('override final mutex while').map((t) => t.kind)).toEqual([
      'id',
      'id',
      'id',
      'keyword',
      'end',
    ]);
    expect(texts('a and not b')).toEqual(['a', '&&', '!', 'b']);
  });

  test('read a header name only after #include', () => {
    expect(lex('#include <mutex>\na < b').map((t) => t.kind)).toEqual(
      'punct keyword header id punct id end'.split(' '),
    );
  });
});

describe('literals', () => {
  test.each([
    ['0', 0n, ''],
    ["1'000'000", 1_000_000n, ''],
    ['0xFFull', 255n, 'ull'],
    ['0b1010', 10n, ''],
    ['0755L', 493n, 'l'],
    ['18446744073709551615u', 18_446_744_073_709_551_615n, 'u'],
    ['10ms', 10n, 'ms'],
    ['7_km', 7n, '_km'],
  ])('the integer %s', (source, value, suffix) => {
    expect(first(source)).toEqual({ kind: 'int', value, suffix });
    expect(lex(source)).toHaveLength(2);
  });

  test.each([
    ['1.5', 1.5, ''],
    ['.25F', 0.25, 'f'],
    ['1e3', 1000, ''],
    ['2.', 2, ''],
    ['1.5e-2L', 0.015, 'L'],
  ])('the fraction %s', (source, value, suffix) => {
    expect(first(source)).toEqual({ kind: 'float', value, suffix });
    expect(lex(source)).toHaveLength(2);
  });

  test.each([
    ["'a'", 97],
    ["'\\n'", 10],
    ["'\\0'", 0],
    ["'\\x41'", 65],
    ["'\\''", 39],
    ["'\\xff'", -1],
  ])('the character %s', (source, value) => {
    expect(first(source)).toEqual({ kind: 'char', value, suffix: '' });
  });

  test('raw strings are taken as they are', () => {
    expect(first('R"x(a\\n)"\n)x" b')).toEqual({ kind: 'string', value: 'a\\n)"\n', suffix: '' });
  });

  test('strings are decoded', () => {
    expect(first('"a\\tb\\"\\x41\\101\\u00e9"').value).toBe('a\tb"AAé');
  });

  test.each(["'ab'", "''", '"open', '089', '1f', '/* open', '@', 'R"(x'])('%s is a bad token', (source) => {
    expect(first(source).kind).toBe('bad');
  });
});
