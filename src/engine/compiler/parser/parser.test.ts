/**
 * The fixtures in testing/*.txt: `# title`, source, `==>`, the tree (print.ts), then `!!` diagnostics. In statements.txt and
 * expressions.txt the source stands inside a function; undeclared.txt knows no library and no prelude.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Expr } from '../ast';
import { createScope, includesOf, type Parsed, parse } from './index';
import { printDecl, printStmt, printUnit } from './testing/print';
import { stdScope } from './testing/std-scope';

const testing = new URL('./testing/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, testing), 'utf8');
const env = stdScope();
const prelude = parse({ text: read('prelude.hpp'), file: 1 }, env);
const bare = createScope();

function outcome({ unit, diagnostics }: Parsed, inFunction: boolean): string {
  const [fn] = unit.decls;
  const body = inFunction && fn?.kind === 'function' ? fn.body?.body.map(printStmt) : undefined;
  const complaints = diagnostics.map((d) => `!! ${d.message}${d.hint && `; ${d.hint}`}`);
  return [...(body ?? unit.decls.map(printDecl)), ...complaints].join('\n').trim();
}

test('the prelude of the fixtures has no mistakes', () => {
  expect(prelude.diagnostics).toEqual([]);
});

describe.each(['declarations', 'statements', 'expressions', 'diagnostics', 'undeclared'])('%s', (file) => {
  const inFunction = file === 'statements' || file === 'expressions';
  const scope = file === 'undeclared' ? bare : env;
  const cases = read(`${file}.txt`)
    .split(/^# /m)
    .slice(1)
    .map((text) => {
      const [head = '', expected = ''] = text.split('\n==>\n');
      const title = head.slice(0, head.indexOf('\n'));
      return { title, source: head.slice(title.length + 1), expected: expected.trim() };
    });
  test.each(cases)('$title', ({ source, expected }) => {
    const text = inFunction ? `void test() {\n${source}\n}` : source;
    expect(outcome(parse({ text, file: 0 }, scope.fork()), inFunction)).toBe(expected);
  });
});

describe('whole files', () => {
  test('the sample of ordinary C++20 is read without complaint', async () => {
    const { unit, diagnostics } = parse({ text: read('sample.cpp'), file: 0 }, stdScope());
    expect(diagnostics).toEqual([]);
    await expect(`${printUnit(unit)}\n`).toMatchFileSnapshot('./testing/sample.tree');
  });

  test.each(['program.cpp', 'library.cpp'])('the fixture %s is read without complaint', (file) => {
    expect(parse({ text: read(file), file: 0 }, stdScope()).diagnostics).toEqual([]);
  });
});

describe('ranges', () => {
  const source = `#include <mutex>
std::mutex m;
struct Counter {
  int value = 1 + 2;
  void add(int n) { std::lock_guard<std::mutex> guard(m); value += n * 2; }
};
int main() {
  auto work = [&] { return m.try_lock() ? 1 : 0; };
  for (int i = 0; i < 3; i++) work();
}
`;
  const { unit, diagnostics } = parse({ text: source, file: 7 }, stdScope());

  test('every node has its own text, inside its parent', () => {
    expect(diagnostics).toEqual([]);
    const visit = (node: unknown, outer: { start: number; end: number }): number => {
      if (typeof node !== 'object' || node === null) return 0;
      if (Array.isArray(node)) return node.reduce((n: number, part) => n + visit(part, outer), 0);
      const { span, ...parts } = node as { span?: { file: number; start: number; end: number } };
      const here = span ?? outer;
      if (span) {
        expect(span.file).toBe(7);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        // The type of `int a, *b` is written before the second declarator.
        expect(span.start).toBeGreaterThanOrEqual(outer.start);
        expect(span.end).toBeLessThanOrEqual(outer.end);
      }
      return (span ? 1 : 0) + Object.values(parts).reduce((n: number, part) => n + visit(part, here), 0);
    };
    expect(visit(unit.decls, { start: 0, end: source.length })).toBeGreaterThan(60);
  });

  test('an expression, an operator and a statement stand where they are written', () => {
    const texts: Record<string, string> = {};
    const note = (key: string, { start, end }: { start: number; end: number }): void => {
      texts[key] = source.slice(start, end);
    };
    const [, counter, main] = unit.decls;
    if (counter?.kind !== 'class' || main?.kind !== 'function') throw new Error('another tree');
    const [field, add] = counter.members ?? [];
    if (field?.kind !== 'vars' || add?.kind !== 'function') throw new Error('another tree');
    const [guard, assign] = add.body?.body ?? [];
    note('field', field.span);
    note('method', add.span);
    if (guard) note('guard', guard.span);
    if (assign?.kind === 'expr' && assign.expr.kind === 'assign') {
      note('statement', assign.span);
      note('assignment', assign.expr.span);
      note('operator', assign.expr.opSpan);
      note('product', assign.expr.right.span);
    }
    if (add.body) note('end', add.body.end);
    expect(texts).toEqual({
      field: 'int value = 1 + 2;',
      method: 'void add(int n) { std::lock_guard<std::mutex> guard(m); value += n * 2; }',
      guard: 'std::lock_guard<std::mutex> guard(m);',
      statement: 'value += n * 2;',
      assignment: 'value += n * 2',
      operator: '+=',
      product: 'n * 2',
      end: '}',
    });
  });

  test('what a macro stands for has the range of its use', () => {
    const text = '#define LIMIT 40 + 2\nint k = LIMIT;';
    const [decl] = parse({ text, file: 0 }).unit.decls;
    const init = decl?.kind === 'vars' ? decl.vars[0]?.init : undefined;
    const value: Expr | undefined = init?.kind === 'copy' ? init.value : undefined;
    expect(value?.kind).toBe('binary');
    expect(text.slice(value?.span.start, value?.span.end)).toBe('LIMIT');
  });

  test('a missing semicolon is reported where it should stand', () => {
    const text = 'int a = 1\nint b = 2;';
    const [diagnostic] = parse({ text, file: 0 }).diagnostics;
    expect(text.slice(diagnostic?.span.start, diagnostic?.span.end)).toBe('1');
  });
});

describe('several sources', () => {
  const header = `#pragma once
#define LIMIT 3
namespace std {
template <typename T> class lock_guard { public: explicit lock_guard(T& m); };
class mutex {};
template <typename T> T move(T& value);
}`;
  const user =
    '#include <mutex>\nstd::mutex m;\nvoid f() { std::lock_guard<std::mutex> g(m); int k = LIMIT; }';

  test('a later source sees the names and macros of an earlier one', () => {
    const scope = createScope();
    expect(parse({ text: header, file: 1 }, scope).diagnostics).toEqual([]);
    const { unit, diagnostics } = parse({ text: user, file: 0 }, scope);
    expect(diagnostics).toEqual([]);
    expect(unit.includes.map((i) => i.header)).toEqual(['mutex']);
    expect(printUnit(unit)).toContain('(var g std::lock_guard<std::mutex> (m)) (var k int = 3)');
  });

  test('a fork leaves its origin as it was', () => {
    const scope = createScope();
    parse({ text: header, file: 1 }, scope);
    const edit = '#define EXTRA 1\nnamespace std { class extra {}; }\nint mine; std::nothing n; other o;';
    expect(parse({ text: edit, file: 0 }, scope.fork()).diagnostics).toHaveLength(2);
    expect(parse({ text: edit, file: 0 }, scope.fork()).diagnostics).toHaveLength(2);
    const again = 'std::extra e; int k = mine + EXTRA; std::mutex m;';
    expect(parse({ text: again, file: 0 }, scope.fork()).diagnostics.map((d) => d.message)).toEqual([
      'std::extra is not declared',
      'mine is not declared',
      'EXTRA is not declared',
    ]);
  });

  test('a namespace reopened in a fork still has its older names', () => {
    const scope = createScope();
    parse({ text: header, file: 1 }, scope);
    const text =
      'namespace std { struct hash { mutex m; }; } std::hash h; std::mutex m; using namespace std; lock_guard g(m);';
    expect(parse({ text, file: 0 }, scope.fork()).diagnostics).toEqual([]);
  });

  test('the headers a file includes are known before it is parsed', () => {
    const text =
      '#include <mutex>\n#ifdef NOTHING\n#include <never>\n#endif\n  #  include <thread> // threads\nint x = ';
    const found = includesOf({ text, file: 0 });
    expect(found.map((i) => i.header)).toEqual(['mutex', 'thread']);
    expect(found.map((i) => text.slice(i.span.start, i.span.end))).toEqual([
      '#include <mutex>',
      '#  include <thread>',
    ]);
  });
});
