import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expr } from '../ast';
import { parse } from './index';
import { printExpr } from './testing/print';
import { expressions, toSource, withoutParens } from './testing/source';
import { stdScope } from './testing/std-scope';

const env = stdScope();
parse({ text: readFileSync(new URL('./testing/prelude.hpp', import.meta.url), 'utf8'), file: 1 }, env);
const sample = readFileSync(new URL('./testing/sample.cpp', import.meta.url), 'utf8');
const OPERATORS = ', || && | ^ & == != < > <= >= <=> << >> + - * / %'.split(' ');

/** The expression in `auto v = …;`, which takes everything but a comma at the top. */
function parseExpression(source: string): Expr {
  const { unit, diagnostics } = parse({ text: `auto value = ( ${source} ) ;`, file: 0 }, env.fork());
  expect(diagnostics).toEqual([]);
  const [decl] = unit.decls;
  const init = decl?.kind === 'vars' ? decl.vars[0]?.init : undefined;
  if (init?.kind !== 'copy') throw new Error(`no initializer in ${source}`);
  return init.value;
}

describe('printing and parsing', () => {
  test('any expression printed with the fewest parentheses is read as the same tree', () => {
    fc.assert(
      fc.property(expressions({ operators: OPERATORS, plain: false }), (tree) => {
        expect(printExpr(withoutParens(parseExpression(toSource(tree))))).toBe(printExpr(tree));
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });
});

describe('a source that is being typed', () => {
  const pieces = sample.split(/(?<=\s)|(?=[(){};<>,])/);
  const position = fc.nat(pieces.length - 1);

  test('is read to its end, with diagnostics inside the text, wherever a piece is missing or moved', () => {
    fc.assert(
      fc.property(position, fc.nat(6), position, (at, count, to) => {
        const edited = [...pieces];
        const cut = edited.splice(at, count);
        if (count % 2 === 1) edited.splice(to, 0, ...cut);
        const text = edited.join('');
        for (const { span, message } of parse({ text, file: 0 }, env.fork()).diagnostics) {
          expect(message).not.toBe('');
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500, seed: 20261121 },
    );
  });

  test('is read at every moment of typing', () => {
    for (let end = 0; end < sample.length; end += 13)
      expect(() => parse({ text: sample.slice(0, end), file: 0 }, env.fork())).not.toThrow();
  });
});
