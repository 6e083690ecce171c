/** The peer: SPIN on the same model, if it is installed (`apt-get install spin`). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model } from './searchModels';

export interface Spin {
  readonly states: number;
  readonly transitions: number;
  /** ms: of `spin -a` and gcc, and of the search. */
  readonly compiling: number;
  readonly exploring: number;
}

/** `full`: without partial-order reduction. Null where SPIN is not installed. */
export function spin({ promela }: Model, full: boolean): Spin | null {
  const folder = mkdtempSync(join(tmpdir(), 'spin-'));
  try {
    writeFileSync(join(folder, 'm.pml'), promela);
    const start = performance.now();
    execFileSync('spin', ['-a', 'm.pml'], { cwd: folder, stdio: 'ignore' });
    const options = ['-O2', '-w', '-DSAFETY', ...(full ? ['-DNOREDUCE'] : []), '-o', 'pan', 'pan.c'];
    execFileSync('gcc', options, { cwd: folder, stdio: 'ignore' });
    const between = performance.now();
    // All errors, as we look for all of them.
    const text = execFileSync('./pan', ['-m200000', '-c0'], { cwd: folder, encoding: 'utf8' });
    const exploring = performance.now() - between;
    const number = (what: RegExp): number => Number(what.exec(text)?.[1] ?? Number.NaN);
    return {
      states: number(/(\d+) states, stored/),
      transitions: number(/(\d+) transitions/),
      compiling: between - start,
      exploring,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
