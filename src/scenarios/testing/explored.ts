/** For tests of what a variant owes to one of its lines. */
import { expect } from 'vitest';
import { compile, explore, type FindingKind } from '../../engine';

/** Kinds of all failures of a program, every interleaving tried. */
export function kindsIn(source: string): Set<FindingKind> {
  const compiled = compile(source, 'variant.cpp');
  if (!('program' in compiled)) throw new Error(compiled.diagnostics.map((d) => d.message).join('\n'));
  const { complete, findings } = explore(compiled.program);
  expect(complete).toBe(true);
  return new Set(findings.map(({ kind }) => kind));
}

/** `source` with one place of it changed. */
export function changed(source: string, from: string | RegExp, to: string): string {
  const result = source.replace(from, to);
  expect(result).not.toBe(source);
  return result;
}
