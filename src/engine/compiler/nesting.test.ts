import { describe, expect, test } from 'vitest';
import { compile } from '.';
import { OUR_FAULT, told } from './diagnostics';

/** Programs as deep, or as long, as is asked for. */
const DEEP: Record<string, (n: number) => string> = {
  sums: (n) => `int main() { int a = 0; return a${' + a'.repeat(n)}; }`,
  shifts: (n) => `#include <iostream>\nint main() { std::cout${' << 1'.repeat(n)}; }`,
  parentheses: (n) => `int main() { return ${'('.repeat(n)}1${')'.repeat(n)}; }`,
  signs: (n) => `int main() { return ${'- '.repeat(n)}1; }`,
  blocks: (n) => `int main() { ${'{'.repeat(n)}${'}'.repeat(n)} }`,
  'else if': (n) => `int main() { int a = 1; ${'if (a == 1) {} else '.repeat(n)}{} }`,
  pointers: (n) => `int main() { int ${'*'.repeat(n)}a = nullptr; }`,
  calls: (n) => `int f(int a) { return a; }\nint main() { return ${'f('.repeat(n)}1${')'.repeat(n)}; }`,
  members: (n) => `struct S { S& f() { return *this; } };\nint main() { S s; s${'.f()'.repeat(n)}; }`,
  'template arguments': (n) =>
    `#include <vector>\nint main() { ${'std::vector<'.repeat(n)}int${'>'.repeat(n)} v; }`,
  'class templates': (n) =>
    `template <int N> struct A { A<N - 1> a; };\ntemplate <> struct A<0> {};\nint main() { A<${n}> a; }`,
  'function templates': (n) =>
    `template <int N> auto f() { if constexpr (N == 0) return 0; else return f<N - 1>(); }\nint main() { return f<${n}>(); }`,
  lists: (n) => `int main() { int a = ${'{'.repeat(n)}1${'}'.repeat(n)}; }`,
  lambdas: (n) => `int main() { ${'[] { '.repeat(n)}${'}();'.repeat(n)} }`,
  conditionals: (n) => `int main() { int a = 1; return ${'a ? 1 : '.repeat(n)}2; }`,
  folds: (n) =>
    `template <class... T> int f(T... t) { return (0 + ... + t); }\nint main() { return f(${Array(n).fill(1).join(', ')}); }`,
  assignments: (n) => `int main() { int a; ${'a = '.repeat(n)}1; }`,
  casts: (n) => `int main() { return ${'(int)('.repeat(n)}1${')'.repeat(n)}; }`,
  'function pointers': (n) => `int main() { int ${'(*'.repeat(n)}a${')()'.repeat(n)}; }`,
  namespaces: (n) => `${'namespace a {'.repeat(n)}${'}'.repeat(n)}\nint main() {}`,
  'conditions of #if': (n) => `#if ${'('.repeat(n)}1${')'.repeat(n)}\n#endif\nint main() {}`,
  'macros that double': (n) =>
    `#define A0 1\n${Array.from({ length: n }, (_, i) => `#define A${i + 1} A${i} + A${i}\n`).join('')}int main() { return A${n}; }`,
};
const said = (text: string): readonly string[] => {
  const result = compile(text);
  return 'program' in result ? [] : result.diagnostics.map((d) => d.message);
};

describe('what nests or is repeated', () => {
  test.each(Object.entries(DEEP))('%s: 2,000 are refused by a bound that is named', (_, make) => {
    const [first] = said(make(2000));
    expect(first).toMatch(/deeper than \d+|more than \d+|too deeply/);
  });
  const few = Object.entries(DEEP).filter(([name]) => name !== 'macros that double');
  test.each(few)('%s: 60 are taken', (_, make) => {
    expect(said(make(60))).toEqual([]);
  });
});

describe('whatever the compiler throws', () => {
  test('is told as its own fault', () => {
    const { message, unsupported } = told(new RangeError('Maximum call stack size exceeded'));
    expect(message).toContain(OUR_FAULT);
    expect(unsupported).toBe(true);
  });
});
