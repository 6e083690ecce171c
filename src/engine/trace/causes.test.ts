import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FindingKind } from '../bytecode/fault';
import { compiled } from '../compiler/testing/execute';
import type { Cause, Finding } from '../detect/finding';
import { explore } from '../explore/explore';
import { Runner } from './runner';

const src = join(import.meta.dirname, '../..');

/** The gravest finding of a file, by its simplest schedule. */
function findingOf(file: string): Finding {
  const program = compiled(readFileSync(join(src, file), 'utf8'), 'file.cpp');
  const { failures } = explore(program);
  const [{ kind, schedule }] = failures;
  const runner = new Runner(program, { granularity: schedule.granularity });
  runner.open(schedule);
  return runner.findings().find((finding) => finding.kind === kind)!;
}
const told = ({ causes }: Finding): string[] => causes.map(({ line, text }) => `${line}: ${text}`);

const DETECT = 'engine/detect/fixtures';
const cases: [file: string, kind: FindingKind, causes: string[]][] = [
  [
    'scenarios/mb-38521/before.cpp',
    'null-dereference',
    [
      '50: bucket_del empties `containers[0].streams`.',
      '66: The scheduler switches to worker here, before bucket_del reads `backfillMgr`.',
      '50: worker finds `containers[0].streams` empty, as bucket_del has left it.',
      '57: worker stores null in `backfillMgr`.',
      '57: worker lets go of a BackfillManager: nobody else owns it, and it is destroyed.',
      '61: bucket_del reads `backfillMgr`, which is null, and uses it.',
    ],
  ],
  [
    `${DETECT}/null-pointer.cpp`,
    'null-dereference',
    [
      '14: The scheduler switches to closer here, before user reads `current`.',
      '18: closer stores null in `current`.',
      '15: user reads `current`, which is null, and uses it.',
    ],
  ],
  [
    `${DETECT}/use-after-free.cpp`,
    'use-after-free',
    ['13: main frees a Job.', '11: worker uses a Job that is gone.'],
  ],
  [
    `${DETECT}/double-free.cpp`,
    'double-free',
    [
      '10: one frees an int.',
      '10: two reads its address from `shared`, where it still stands.',
      '10: two frees an int that is gone.',
    ],
  ],
  [
    `${DETECT}/lost-update.cpp`,
    'data-race',
    [
      '7: one writes `counter`, holding no lock.',
      '7: two reads `counter`, holding no lock: nothing orders this and what one did, so either may come first.',
    ],
  ],
  [
    `${DETECT}/write-under-shared-lock.cpp`,
    'data-race',
    [
      '10: one writes `hits`, holding `m`.',
      '10: two reads `hits`, holding `m`: both hold it shared, which keeps neither of them out.',
    ],
  ],
  [
    `${DETECT}/atomic-lost-update.cpp`,
    'assertion-failure',
    [
      '9: one loads counter: 0.',
      '9: The scheduler switches to two here, before one stores 1 to counter.',
      '10: two stores 1 to counter.',
      '10: one stores 1 to counter, by what it had read there in step 5: what two wrote in step 8 is lost.',
      '18: main finds that `counter == 2` does not hold: `counter` is 1.',
    ],
  ],
  [
    `${DETECT}/ab-ba.cpp`,
    'deadlock',
    [
      '9: one locks `a` and keeps it.',
      '9: The scheduler switches to two here, before one locks `b`.',
      '14: two locks `b` and keeps it.',
      '10: one waits for `b`, which two holds.',
      '15: two waits for `a`, which one holds.',
    ],
  ],
  [
    `${DETECT}/lock-never-released.cpp`,
    'deadlock',
    ['8: careless locks `m` and keeps it.', '10: main waits for `m`, which careless holds.'],
  ],
  [
    `${DETECT}/nobody-notifies.cpp`,
    'deadlock',
    [
      '13: one waits for `cv`.',
      '21: main writes `tickets`: what one waits for is true now.',
      '23: main notifies two only.',
      '13: one still waits, and nobody is left to notify `cv`.',
    ],
  ],
  [
    `${DETECT}/notify-of-another.cpp`,
    'deadlock',
    [
      '15: worker waits for `work`.',
      '30: main writes `queued`: what worker waits for is true now.',
      '15: worker still waits, and nobody is left to notify `work`.',
    ],
  ],
  [
    `${DETECT}/notify-wrong-condition.cpp`,
    'deadlock',
    [
      '19: consumer waits for `q.notEmpty`.',
      '13: producer changes `q.items`: what consumer waits for is true now.',
      '19: consumer still waits, and nobody is left to notify `q.notEmpty`.',
    ],
  ],
  [
    `${DETECT}/scope-ends-first.cpp`,
    'stack-use-after-scope',
    [
      '18: reader uses it for the last time while it lives.',
      '18: reader leaves the scope of the variable, which ends it.',
      '22: completion uses `c.m` in line 22, but the scope of `c` had ended: reader left it in line 18, step 7.',
    ],
  ],
  [
    `${DETECT}/overwritten.cpp`,
    'deadlock',
    [
      '11: worker loads state: 0.',
      '11: The scheduler switches to stopper here, before worker stores 1 to state.',
      '17: stopper ors into state: 2.',
      '12: worker stores 1 to state, by what it had read there in step 5: what stopper wrote in step 7 is lost.',
      '20: main reads `state` as worker has left it.',
      '20: main waits for `wake` (line 20), and no thread is left to notify it.',
    ],
  ],
  [
    `${DETECT}/aba.cpp`,
    'assertion-failure',
    [
      '11: slow loads head: 1.',
      '15: The scheduler switches to quick here, before slow compares and exchanges head.',
      '32: quick adds to taken[2]: 1; nobody changes it after that.',
      '24: quick compares and exchanges head: 1.',
      '16: slow compares and exchanges head: 2, and takes it for unchanged since step 5, though quick has changed it and put it back in step 17.',
      '37: main finds that `taken[node] == 0` does not hold: `taken[node]` is 1.',
    ],
  ],
  [
    `${DETECT}/weak-expired.cpp`,
    'null-dereference',
    [
      '13: The scheduler switches to main here, before reader asks weak_ptr::lock.',
      '15: main lets go of the last owner: the object is destroyed.',
      '13: reader asks weak_ptr::lock for the object, and is given null.',
      '13: reader uses that null.',
    ],
  ],
  [
    `${DETECT}/uncaught-exception.cpp`,
    'terminate',
    [
      '10: worker throws the exception.',
      '13: main is given an exception in line 13 that nobody catches, which ends the program: std::runtime_error: "no answer".',
    ],
  ],
  [
    `${DETECT}/let-go.cpp`,
    'use-after-free',
    [
      '14: main lets go of `kept`, an owner of a Job: 1 owner is left.',
      '13: closer lets go of `current`, the last owner of a Job: it is destroyed.',
      '12: user uses a Job that is gone.',
    ],
  ],
  [
    `${DETECT}/assert-calls.cpp`,
    'assertion-failure',
    [
      '22: raiser writes `account.limit`.',
      '13: main reads `account.limit` as raiser has left it.',
      '24: main finds that `account.sound()` does not hold.',
    ],
  ],
  [
    `${DETECT}/stale-list.cpp`,
    'assertion-failure',
    [
      '19: flusher looks at `snapshots`.',
      '20: The scheduler switches to main here, before flusher locks m.',
      '27: main writes `snapshots`, which flusher does not look at again.',
      '22: flusher writes `versions`.',
      '12: main reads `versions` as flusher has left it.',
      '31: main finds that `readable(seen)` does not hold.',
    ],
  ],
  [
    `${DETECT}/missed-notify.cpp`,
    'lost-wakeup',
    [
      '14: main notifies, and nobody is waiting.',
      '12: waiter waits for `cv`, and nobody is left to notify it.',
    ],
  ],
];

test.each(cases)('%s: %s', (file, kind, causes) => {
  const finding = findingOf(file);
  expect(finding.kind).toBe(kind);
  expect(told(finding)).toEqual(causes);
});

test('where events say no more, the places of the finding and its sentence do', () => {
  const finding = findingOf(`${DETECT}/unlock-not-owned.cpp`);
  expect(told(finding)).toEqual(['8: main locks `m`.', `10: ${finding.sentence}`]);
});

test('whatever is found has causes: in order of time, few, each a sentence of the thread that took the step', () => {
  for (const file of [
    'philosophers',
    'shared-ptr-cycle',
    'livelock',
    'thread-outlives-scope',
    'shared-ptr-object',
  ]) {
    const { causes, step } = findingOf(`${DETECT}/${file}.cpp`);
    expect(causes.length, file).toBeGreaterThan(0);
    expect(causes.length).toBeLessThanOrEqual(6);
    expect(causes.at(-1)?.step).toBe(step);
    const steps = causes.map((cause: Cause) => cause.step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    for (const { text, line } of causes) {
      expect(text).toMatch(/^\S.*\.$/);
      expect(line).toBeGreaterThan(0);
    }
  }
});
