import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '.';

const sources = ['../../scenarios/mb-38521/', './testing/programs/']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.cpp'))
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/^\/\/ expect:.*\n/gm, '')),
  )
  .map((text) => text.match(/\s+|"[^"\n]*"|'[^'\n]*'|\w+|[^\s\w]/g) ?? []);

type Edit = (pieces: string[], at: number, other: string) => void;
const EDITS: Record<string, Edit> = {
  delete: (pieces, at) => void pieces.splice(at, 1),
  duplicate: (pieces, at) => void pieces.splice(at, 0, pieces[at] ?? '', ' '),
  replace: (pieces, at, other) => void pieces.splice(at, 1, other),
};

describe('a program with a few pieces deleted, repeated or taken from elsewhere', () => {
  test('is compiled, or refused with diagnostics inside its text', { timeout: 120_000 }, () => {
    const edits = fc.array(
      fc.tuple(fc.constantFrom(...Object.values(EDITS)), fc.nat(100_000), fc.nat(100_000)),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.nat(sources.length - 1), edits, (which, list) => {
        const pieces = [...(sources[which] ?? [])];
        for (const [edit, at, from] of list)
          edit(pieces, at % pieces.length, pieces[from % pieces.length] ?? '');
        const text = pieces.join('');
        const result = compile(text);
        if ('program' in result) return;
        expect(result.diagnostics).not.toEqual([]);
        for (const { span, message } of result.diagnostics) {
          expect(message).not.toBe('');
          expect(span.file).toBe(0);
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });
});
