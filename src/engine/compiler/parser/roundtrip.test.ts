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
