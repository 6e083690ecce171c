import { describe, expect, test } from 'vitest';
import { createRng } from '../../base/rng';
import { few } from '../../base/testing/few';
import type { StepIndex } from '../bytecode/program';
import { compiled } from '../compiler/testing/execute';
import { programsIn } from '../explore/testing/fixtures';
import { canStep, threadCount } from '../machine';
import { isConsistent } from '../rc11/psc';
import { decodeSchedule } from '../schedule/encode';
import { judgeWeak } from '../weak/report';
import { Runner } from './runner';

const programs = programsIn('../weak/fixtures');

describe('what the search finds is stepped again', () => {
  for (const [file, text] of programs)
    test(file, () => {
      const program = compiled(text, file);
      for (const { kind, schedule } of judgeWeak(program).failures) {
        const runner = new Runner(program, { granularity: 'rc11' });
        expect(runner.open(decodeSchedule(schedule).schedule), schedule).toMatchObject({ complete: true });
        expect(
          runner.findings().map((finding) => finding.kind),
          schedule,
        ).toContain(kind);
      }
    });
});

test('what a run comes to is found wherever one stands in it', () => {
  for (const [file, text] of programs) {
    const program = compiled(text, file);
    for (const { kind, schedule } of judgeWeak(program).failures.slice(0, 1)) {
      const runner = new Runner(program, { granularity: 'rc11' });
      runner.open(decodeSchedule(schedule).schedule);
      runner.seek(0 as StepIndex);
      expect(
        runner.findings().map((finding) => finding.kind),
        file,
      ).toContain(kind);
    }
  }
});

/** Steps at random until nobody can step, with any pick that there is. */
function stray(runner: Runner, seed: number): void {
  const rng = createRng(seed);
  for (let steps = 0; steps < 200; steps++) {
    const ready = Array.from({ length: threadCount(runner.machine) }, (_, thread) => thread).filter(
      (thread) => canStep(runner.machine, thread),
    );
    if (ready.length === 0) return;
    const { threads } = runner.snapshotAt(runner.at);
    const thread = threads[ready[rng.int(ready.length)]];
    const pick = thread.picks.length === 0 ? 0 : thread.picks[rng.int(thread.picks.length)].pick;
    expect(runner.step(thread.id, pick)).toBe(true);
  }
}

test('random runs are executions of RC11, and the same schedule gives the same run', () => {
  for (const [file, text] of programs.slice(0, few(4, 100))) {
    const program = compiled(text, file);
    for (let seed = 0; seed < few(2, 100); seed++) {
      const runner = new Runner(program, { granularity: 'rc11' });
      stray(runner, seed);
      const { weak } = runner.recorder.main;
      expect(weak !== null && isConsistent(weak.partial.graph), `${file} ${seed}`).toBe(true);
      // What is kept of a key as the graph grows is what all of it comes to.
      expect(weak?.partial.graph.key()).toBe(weak?.partial.graph.keyUpTo([]));
      const again = new Runner(program, { granularity: 'rc11' });
      again.open(runner.schedule());
      expect(again.hash()).toBe(runner.hash());
      expect(again.snapshotAt(again.at)).toEqual(runner.snapshotAt(runner.at));
    }
  }
});
