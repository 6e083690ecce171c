import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { compiled } from '../compiler/testing/execute';
import { listExecutions } from '../explore/dpor/executions';
import { explore } from '../explore/explore';
import { random } from '../schedule/random';
import { Runner } from '../trace/runner';
import { executionKey } from './execution-key';
import { Sampler } from './sampler';

const scenario = (path: string) =>
  compiled(readFileSync(`src/scenarios/${path}.cpp`, 'utf8'), `${path.split('/')[1]}.cpp`);

const RUNS = few(20, 2000);
const room = new Int32Array(2000);

test.each(['mb-38521/before', 'lost-update/before', 'check-then-act/before', 'deadlock-by-order/before'])(
  'a run of %s is one of the listed executions, and ends as that one does',
  (path) => {
    const program = scenario(path);
    const verdict = explore(program);
    const { list } = listExecutions(program, verdict, { counted: 5000, listed: 5000 });
    const kinds = new Map(list.map(({ events, kind }) => [executionKey(events), kind]));
    expect(kinds.size).toBe(list.length);
    const sampler = new Sampler(program, verdict.points);
    for (let seed = 0; seed < RUNS; seed++) {
      const sample = sampler.judge(sampler.draw(random(seed), room));
      expect(kinds.has(sample!.execution!)).toBe(true);
      expect(sample!.kind).toBe(kinds.get(sample!.execution!));
    }
  },
);

test.each(['mb-38521/before', 'lost-wakeup/before', 'mb-33463/none'])(
  'a failed run of %s is a Schedule that ends in the same finding',
  (path) => {
    const program = scenario(path);
    const sampler = new Sampler(program);
    let failed = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const sample = sampler.judge(sampler.draw(random(seed), room));
      if (sample === null || sample.kind === null || sample.kind === 'limit') continue;
      failed++;
      const schedule = sampler.scheduleOf(sample);
      const runner = new Runner(program, { granularity: schedule!.granularity });
      runner.open(schedule!);
      expect(runner.findings().map(({ kind }) => kind)).toContain(sample.kind);
    }
    expect(failed).toBeGreaterThan(0);
  },
);
