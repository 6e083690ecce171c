import { expect, test } from 'vitest';
import { compile, type Diagnostic } from '../../engine';
import type { QuickFix } from '../code/quick-fix';
import { problemsOf } from './words';

const PROGRAM = `#include <iostream>
#include <thread>
int counter = 0;
void work() {
  counter++;
}
int main() {
  std::thread one(work), two(work);
  one.join();
  two.join();
  std::cout << "it is " << counter << std::endl;
}
`;
const lines = (change: (line: string, i: number) => string): string =>
  PROGRAM.trimEnd().split('\n').map(change).join('\n');

function diagnosticsOf(text: string): readonly Diagnostic[] {
  const compiled = compile(text);
  return 'program' in compiled ? [] : compiled.diagnostics;
}
function mended(text: string, { changes }: QuickFix): string {
  return changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text);
}

const HEADER = `// account.h
#pragma once
class Account {
 public:
  void deposit(int n);
  int balance = 0;
};
`;
const SOURCES = `
=== account.cpp ===
#include "account.h"
void Account::deposit(int n) { balance += n; }

// main.cpp
#include "account.h"
int main() {
  Account account;
  account.deposit(1);
}
`;

test.each<[string, string]>([
  ['Nothing to run yet', ''],
  ['Nothing to run yet', '// to do\n/* all\n of it */\n'],
  ['A program between fences', `Why is it 1?\n\n\`\`\`cpp\n${PROGRAM}\`\`\`\n\nIt isn't.\n`],
  ['A program between fences', `~~~ c++\n${PROGRAM}`],
  ['The source of a web page', `<pre>${PROGRAM.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre>`],
  ['A quoted program', lines((line) => `> ${line}`)],
  ['A program with line numbers', lines((line, i) => `${i + 1} ${line}`)],
  ['A program with line numbers', lines((line, i) => `${i + 41}: ${line}`)],
  ['A diff, not a program', lines((line, i) => (i === 2 ? `-int counter;\n+${line}` : ` ${line}`))],
  ['Several files', HEADER + SOURCES],
  ['Two programs', PROGRAM + PROGRAM],
  [
    'Statements without a function',
    '#include <thread>\nint n = 0;\nstd::thread one([&] { n++; });\none.join();',
  ],
  ['No main yet', '#include <mutex>\nclass Account {\n  std::mutex lock;\n};\n'],
  ['Does not compile', PROGRAM.replaceAll('"', '\u201d').replaceAll('  ', '\u00a0 ')],
])('%s: a button makes a program of it', (title, text) => {
  const problems = problemsOf(diagnosticsOf(text), text);
  expect(problems.title).toBe(title);
  expect(problems.fix).not.toBeNull();
  expect(diagnosticsOf(mended(text, problems.fix as QuickFix))).toEqual([]);
});

test.each<[string, string]>([
  ['An address, not a program', 'https://godbolt.org/z/abc123'],
  ['An address, not a program', 'look at https://github.com/a/b/blob/main/c.cpp please'],
  ['Not a text', '\u007fELF\u0002\u0001\u0001\u0000\u0000'],
  [
    'A stack trace, not a program',
    '#0  0x00007f in raise () from libc.so\n#1  0x0000 in main () at a.cpp:40\n',
  ],
  ['A report, not a program', 'WARNING: ThreadSanitizer: data race (pid=1)\n  Write of size 4;\n'],
  ['Messages of a compiler, not a program', "a.cpp:5:3: error: 'x' was not declared;\n    5 | x;\n"],
  ['What a terminal shows, not a program', '$ g++ a.cpp && ./a.out;\n3\n'],
  ['Python, not C++', 'import threading\ncounter = 0\ndef work():\n    pass\n'],
  ['Java, not C++', 'public class A {\n  public static void main(String[] a) { }\n}\n'],
  ['Rust, not C++', 'use std::thread;\nfn main() {\n  thread::spawn(|| {});\n}\n'],
  ['Go, not C++', 'package main\nfunc main() { go f() }\n'],
  ['Several files', '#include "queue.h"\nint main() { Queue q; }\n'],
])('%s: it is said what to do', (title, text) => {
  const problems = problemsOf(diagnosticsOf(text), text);
  expect(problems).toMatchObject({ title, fix: null });
  expect(problems.first.text).toMatch(/\b(?:Paste|paste|Open|Write)\b/);
});

test('prose is no program', () => {
  const { title, fix } = problemsOf(diagnosticsOf('Why does it crash'), 'Why does it crash');
  expect([title, fix?.label]).toEqual(['Not a program', 'Begin with two threads']);
});

test('a function that could be run in place of main is named', () => {
  const text = 'void transfer() {\n}\n';
  expect(problemsOf(diagnosticsOf(text), text).first.text).toContain('name it in Settings, as transfer');
});

test('a program with a mistake is told of its mistake', () => {
  for (const text of [
    PROGRAM.replace('counter++', 'count++'),
    `// see https://godbolt.org/z/1\n// > 1\n${PROGRAM.replace('counter++;', 'counter++')}`,
    PROGRAM.replace('<thread>', '<threads>'),
  ])
    expect(problemsOf(diagnosticsOf(text), text).title).toMatch(/^Does not compile$|^Not in the subset$/);
});
