/**
 * Small C++ programs and what must be found in them. A comment `// expect: kind kind` says that some run finds this kind in this line;
 * nothing else may be found in any run. A program without such a comment is clean.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { compile } from '../compiler';
import { nonpreemptive } from '../schedule/nonpreemptive';
import { random } from '../schedule/random';
import type { Scheduler } from '../schedule/scheduler';
import { sticky } from '../schedule/sticky';
import { Runner } from '../trace/runner';
import type { Finding } from './finding';

const FOLDER = join(import.meta.dirname, 'fixtures');
const RUNS = few(120, 200);
const MAX_STEPS = 400;

const nothing = { granularity: 'sync', choices: [] } as const;

function expectations(source: string): string[] {
  const found: string[] = [];
  source.split('\n').forEach((line, i) => {
    const kinds = /\/\/ expect: (.*)$/.exec(line)?.[1] ?? '';
    for (const kind of kinds.split(' ').filter(Boolean)) found.push(`${i + 1} ${kind}`);
  });
  return found.sort();
}

function policy(run: number): Scheduler {
  if (run === 0) return nonpreemptive;
  return run % 2 === 0 ? random(run) : sticky(run, 5);
}

/** Every finding of many runs, once for each line and kind. */
function findingsOf(name: string, source: string): Map<string, Finding> {
  const compiled = compile(source, name);
  if ('diagnostics' in compiled)
    throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  const runner = new Runner(compiled.program);
  const found = new Map<string, Finding>();
  for (let run = 0; run < RUNS; run++) {
    runner.open(nothing);
    runner.runToEnd(policy(run), MAX_STEPS);
    for (const finding of runner.findings()) {
      const key = `${finding.line} ${finding.kind}`;
      if (!found.has(key)) found.set(key, finding);
    }
  }
  return found;
}

/** The shape of a report, whatever it says: a verdict, headings with their stacks, a summary in the user's file. */
function expectGrammar({ sentence, report, places, kind, reached }: Finding, file: string): void {
  const lines = report.split('\n');
  const [first, last] = [lines[0], lines[lines.length - 1]];
  expect(first).toMatch(kind === 'data-race' || !reached ? /^WARNING: / : /^ERROR: /);
  expect(last).toMatch(/^SUMMARY: .+ \S+\.cpp:\d+ in \S/);
  expect(sentence).toMatch(/^\S.*\.$/);
  const frames = lines.filter((line) => line.startsWith('  #'));
  for (const frame of frames) expect(frame).toMatch(/^ {2}#\d+ \S.* \S+\.cpp:\d+$/);
  expect(frames).toHaveLength(places.reduce((sum, place) => sum + place.frames.length, 0));
  expect(frames.every((frame) => frame.includes(file))).toBe(true);
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.cpp'));

describe.each(files)('%s', (file) => {
  const source = readFileSync(join(FOLDER, file), 'utf8');

  test('has the defects it says, and no others', () => {
    const found = findingsOf(file, source);
    expect([...found.keys()].sort()).toEqual(expectations(source));
    for (const finding of found.values()) expectGrammar(finding, file);
  });
});
