import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compiled } from '../compiler/testing/execute';
import { explore } from './explore';

/**
 * Classic programs. Each says in comments what the search must find: `// expect: verdict`, and perhaps `// preemptions: n` for
 * the fewest that lead there.
 */
const folder = fileURLToPath(new URL('fixtures', import.meta.url));
const fixtures = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);

const said = (text: string, what: string): string | undefined =>
  new RegExp(`// ${what}: (\\S+)`).exec(text)?.[1];

describe('classic programs', () => {
  test.each(fixtures)('%s', (file, text) => {
    const program = compiled(text, file);
    const verdict = explore(program);
    expect([verdict.kind, verdict.complete]).toEqual([said(text, 'expect'), true]);
    const preemptions = said(text, 'preemptions');
    if (preemptions !== undefined) expect(verdict.minimal?.preemptions).toBe(Number(preemptions));
    if (verdict.minimal !== null) expect(verdict.minimal.proven).toBe(true);
    // The reduction loses nothing that there is to find.
    const kinds = (full: boolean) => [
      ...new Set(explore(program, { full, noMinimal: true }).findings.map(({ kind }) => kind)),
    ];
    expect(kinds(false)).toEqual(kinds(true));
  });
});
