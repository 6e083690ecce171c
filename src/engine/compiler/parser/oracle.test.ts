/** tree-sitter-cpp knows no names, but where none are needed it must agree with us on every shape. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Language, type Node, Parser } from 'web-tree-sitter';
import type { Expr } from '../ast';
import { parse } from './index';
import { printExpr } from './testing/print';
import { expressions, toSource } from './testing/source';
import { stdScope } from './testing/std-scope';

const require = createRequire(import.meta.url);
const grammar = join(dirname(require.resolve('tree-sitter-cpp/package.json')), 'tree-sitter-cpp.wasm');
const treeSitter = { parser: null as Parser | null };
beforeAll(async () => {
  await Parser.init();
  treeSitter.parser = new Parser();
  treeSitter.parser.setLanguage(await Language.load(readFileSync(grammar)));
});

/** A tree-sitter expression in the notation of printExpr. */
function shape(node: Node): string {
  const field = (id: string): string => {
    const child = node.childForFieldName(id);
    if (!child) throw new Error(`${node.type} without ${id}: ${node.text}`);
    return shape(child);
  };
  const text = (id: string): string => node.childForFieldName(id)?.text ?? '';
  switch (node.type) {
    case 'identifier':
    case 'number_literal':
      return node.text;
    case 'parenthesized_expression': {
      const [inner] = node.namedChildren;
      if (!inner) throw new Error(`empty parentheses: ${node.text}`);
      return `(paren ${shape(inner)})`;
    }
    case 'comma_expression':
      return `(, ${field('left')} ${field('right')})`;
    case 'binary_expression':
    case 'assignment_expression':
      return `(${text('operator')} ${field('left')} ${field('right')})`;
    case 'unary_expression':
    case 'pointer_expression':
      return `(${text('operator')} ${field('argument')})`;
    case 'update_expression': {
      const postfix = node.children[0]?.type !== text('operator');
      return `(${postfix ? 'post' : ''}${text('operator')} ${field('argument')})`;
    }
    case 'conditional_expression':
      return `(?: ${field('condition')} ${field('consequence')} ${field('alternative')})`;
    case 'subscript_expression': {
      const [index] = node.childForFieldName('indices')?.namedChildren ?? [];
      return `([] ${field('argument')} ${index ? shape(index) : ''})`;
    }
    case 'field_expression':
      return `(${text('operator')} ${field('argument')} ${text('field')})`;
    case 'call_expression': {
      const args = node.childForFieldName('arguments')?.namedChildren ?? [];
      return `(${['call', field('function'), ...args.map((a) => (a ? shape(a) : ''))].join(' ')})`;
    }
    case 'cast_expression':
      return `(c-cast ${text('type')} ${field('value')})`;
    default:
      throw new Error(`${node.type} is not expected: ${node.text}`);
  }
}
function find(node: Node, type: string): Node | null {
  if (node.type === type) return node;
  for (const child of node.namedChildren) {
    const found = child ? find(child, type) : null;
    if (found) return found;
  }
  return null;
}

const env = stdScope();
parse({ text: readFileSync(new URL('./testing/prelude.hpp', import.meta.url), 'utf8'), file: 1 }, env);
function ours(source: string): Expr {
  const { unit, diagnostics } = parse({ text: `auto value = ( ${source} ) ;`, file: 0 }, env.fork());
  expect(diagnostics).toEqual([]);
  const [decl] = unit.decls;
  const init = decl?.kind === 'vars' ? decl.vars[0]?.init : undefined;
  if (init?.kind !== 'copy') throw new Error(`no initializer in ${source}`);
  return init.value;
}
function theirs(source: string): string {
  const tree = treeSitter.parser?.parse(`auto value = ( ${source} ) ;`);
  const declarator = tree && find(tree.rootNode, 'init_declarator');
  const value = declarator?.childForFieldName('value');
  if (!value) throw new Error(`tree-sitter finds no initializer in ${source}`);
  return shape(value);
}

describe('tree-sitter as an oracle', () => {
  // `<` with `>` somewhere behind it is read as template arguments by one who knows no names, so each set has but one of them.
  const shared = '|| && | ^ & == != <=> << + - * / %'.split(' ');
  test.each([
    { title: '<', operators: [...shared, '<', '<='] },
    { title: '>', operators: [...shared, '>', '>=', '>>'] },
  ])('precedence and associativity agree on random expressions with $title', ({ operators }) => {
    fc.assert(
      fc.property(expressions({ operators, plain: true }), (tree) => {
        const source = toSource(tree);
        expect(printExpr(ours(source))).toBe(theirs(source));
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });
});
