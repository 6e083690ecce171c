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
  'conditionals between': (n) => `int main() { return ${'1 ? '.repeat(n)}1${' : 1'.repeat(n)}; }`,
  'static members': (n) =>
    `template <int N> struct A { static constexpr int v = A<N - 1>::v; };\ntemplate <> struct A<0> { static constexpr int v = 0; };\nint main() { return A<${n}>::v; }`,
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

/** What does not end by itself, or is very long: the bound that ends it. */
const ENDLESS: Record<string, [text: string, bound: RegExp]> = {
  'a class template that names a larger one': [
    'template <int N> struct A { static constexpr int v = A<N + 1>::v; };\nint main() { return A<0>::v; }',
    /deeper than \d+|too deeply/,
  ],
  'a function template that calls a larger one': [
    'template <class T> void f(T t) { f(&t); }\nint main() { f(1); }',
    /deeper than \d+|too deeply/,
  ],
  'two recursions side by side': [
    'template <int N, int M> struct A { A<N - 1, 2 * M> a; A<N - 1, 2 * M + 1> b; };\ntemplate <int M> struct A<0, M> {};\nint main() { A<30, 1> a; }',
    /deeper than \d+|too deeply/,
  ],
  'a constant that a loop computes for ever': [
    'constexpr int f() { int i = 0; while (true) ++i; return i; }\nint a[f()];\nint main() {}',
    /a constant that takes more than \d+ steps/,
  ],
  'a constexpr variable that recursion computes for ever': [
    'constexpr int f(int n) { return f(n + 1); }\nconstexpr int a = f(0);\nint main() {}',
    /a constant that takes more than \d+ steps, or \d+ calls in calls,/,
  ],
  'a macro of a macro of …': [
    `#define A0 1\n${Array.from({ length: 60 }, (_, i) => `#define A${i + 1} A${i} + A${i}\n`).join('')}int main() { return A60; }`,
    /more than \d+ tokens/,
  ],
  'a megabyte': [`int main() { int a = 0;\n${'a = a + 1;\n'.repeat(95_000)}}\n`, /more than \d+ tokens/],
  'a megabyte of nothing': ['\0'.repeat(1_000_000), /a byte of it is 0/],
  '10,000 braces': [`int main() { ${'{'.repeat(10_000)}${'}'.repeat(10_000)} }`, /deeper than \d+/],
  '10,000 parentheses': [
    `int main() { return ${'('.repeat(10_000)}1${')'.repeat(10_000)}; }`,
    /deeper than \d+/,
  ],
};
describe('what does not end, or is too long', () => {
  test.each(Object.entries(ENDLESS))('%s is refused by a bound', (_, [text, bound]) => {
    expect(said(text)[0]).toMatch(bound);
  });
  test('10,000 braces that are not closed are told of 100 times, and then no more', () => {
    const messages = said(`int main() { ${'{'.repeat(10_000)}`);
    expect(messages.length).toBeLessThanOrEqual(101);
    expect(messages).toContain('more than 100 errors: what follows was not read');
  });
});

describe('whatever the compiler throws', () => {
  test('is told as its own fault', () => {
    const { message, unsupported } = told(new TypeError('x is undefined'));
    expect(message).toContain(OUR_FAULT);
    expect(unsupported).toBe(true);
  });
  test('is none of its own where the stack is spent: the program nests too deep', () => {
    const { message, unsupported } = told(new RangeError('Maximum call stack size exceeded'));
    expect(message).toBe('nesting as deep as here is not supported');
    expect(unsupported).toBe(true);
  });
});
