import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { opcodes } from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { compile } from '../../compiler';
import { lineAt, spanAt } from '../../inspect/source';
import { random } from '../../schedule/random';
import { Runner } from '../../trace/runner';
import { pointsOf } from './points';

const FIXTURES = join(import.meta.dirname, '../../detect/fixtures');

function program(file: string): Program {
  const compiled = compile(readFileSync(join(FIXTURES, file), 'utf8'), file);
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics[0].message);
  return compiled.program;
}
/** What is visible in the user's own file: 'LOAD 7'. */
function visible(file: string): string[] {
  const found = program(file);
  return pointsOf(found, 'sync')
    .pcs.map((pc) => ({ pc, span: spanAt(found, pc) }))
    .filter(({ span }) => span.file === 0)
    .map(({ pc, span }) => `${opcodes[found.code[pc]].name} ${lineAt(found, span)}`);
}

test('accesses that race are stopping points', () => {
  expect(visible('lost-update.cpp')).toEqual(['LOAD 7', 'STORE 7']);
  // What a racing flag keeps in order races as well, and yet no other order of it can be run.
  expect(visible('plain-publish.cpp')).toEqual(['LOAD 12', 'STORE 10']);
});

test('accesses that are ordered are not', () => {
  expect(visible('mutex-counter.cpp')).toEqual([]);
  expect(visible('atomic-publish.cpp')).toEqual([]);
  expect(visible('shared-readers.cpp')).toEqual([]);
});

test('the end of storage that races with a use is one', () => {
  const found = program('use-after-free.cpp');
  const names = pointsOf(found, 'sync').pcs.map((pc) => opcodes[found.code[pc]].name);
  expect(names.sort()).toEqual(['FREE', 'STORE']);
});

test('the last drop of an owner and the lock of a weak one are', () => {
  const found = program('weak-lock.cpp');
  const names = pointsOf(found, 'sync').pcs.map((pc) => opcodes[found.code[pc]].name);
  expect(new Set(names)).toEqual(new Set(['COUNT_DROP', 'COUNT_TRY_ADD']));
});

test('the same program has the same stopping points', () => {
  expect(pointsOf(program('plain-publish.cpp'), 'sync')).toEqual(
    pointsOf(program('plain-publish.cpp'), 'sync'),
  );
});

test('what is visible takes no part in a run whose threads are ordered: a clean run has the steps of its synchronisation', () => {
  const runner = new Runner(program('mutex-counter.cpp'));
  runner.runToEnd(random(5));
  const kinds = new Set(runner.view().steps.map(({ operation }) => operation.kind));
  expect([...kinds].sort()).toEqual(['join', 'lock', 'spawn', 'start', 'unlock']);
});
