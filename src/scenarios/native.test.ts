/** The programs on the page are C++ outside the page too: g++ takes them without a warning, and they run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../../scripts/patience.mjs';
import { few } from '../base/testing/few.ts';
import { lessons, scenarios } from './all.ts';

const absent = spawnSync('g++', ['--version']).error !== undefined;
/** A program that must fail may do so by hanging, so it is ended; that it was only slow does not make the test fail. */
const HANGS_MS = 3_000;
const strict = ['-std=c++20', '-Wall', '-Wextra', '-Werror', '-pthread'];

describe.skipIf(absent)('with g++, which has to be on PATH', () => {
  let out = '';
  let compiled = 0;
  /** The library read beforehand: most of a compilation is that. What a file forgets to include only the whole tests tell. */
  let library: string[] = [];
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'racecourse-scenarios-'));
    if (few(false, true)) return;
    const header = join(out, 'library.hpp');
    writeFileSync(header, '#include <bits/stdc++.h>\n');
    execFileSync('g++', [...strict, '-x', 'c++-header', header, '-o', `${header}.gch`], { stdio: 'pipe' });
    library = ['-include', header];
  });
  afterAll(() => {
    rmSync(out, { recursive: true });
  });

  for (const { id, variants, native } of [...lessons, ...scenarios]) {
    for (const { slug, file, expected } of variants) {
      const path = fileURLToPath(new URL(`${id}/${file}`, import.meta.url));

      if (compiled++ % few(12, 1) === 0)
        it(`${id}/${file} compiles without a warning`, () => {
          execFileSync('g++', [...strict, ...library, '-fsyntax-only', path], { stdio: 'pipe' });
        });

      if (native === undefined) continue;
      const failing = native.failures[slug].plain;
      const wanted = failing === native.runs ? 'fails' : 'runs to its end';
      // A few seconds each.
      if (!few(file === variants[0].file, true)) continue;
      // One that fails now and then can be held to nothing. And what never did when it was measured is a bug for all that.
      if (failing > 0 && failing < native.runs) continue;
      it(`${id}/${file} ${wanted}`, { retry: expected.verdict === 'clean' ? 0 : 2 }, () => {
        const program = join(out, `${id}-${slug}`);
        execFileSync('g++', [...strict, ...library, path, '-o', program], { stdio: 'pipe' });
        const timeout = failing > 0 ? HANGS_MS : PATIENCE_MS;
        const { status, signal, stderr } = spawnSync(program, { encoding: 'utf8', timeout });
        const well = { status: 0, signal: null, stderr: '' };
        if (failing > 0) expect({ status, signal, stderr }).not.toEqual(well);
        else expect({ status, signal, stderr }).toEqual(well);
      });
    }
  }
});
