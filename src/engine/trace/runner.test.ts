import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRng } from '../../base/rng';
import type { Program, StepIndex, ThreadId } from '../bytecode/program';
import { compile } from '../compiler';
import { checkpoint, createMachine, MORE, reset, sameState, step } from '../machine';
import { decodeSchedule, encodeSchedule } from '../schedule/encode';
import { random } from '../schedule/random';
import { Runner } from './runner';

const SOURCES = join(import.meta.dirname, '../detect/fixtures');

function program(file: string): Program {
  const compiled = compile(readFileSync(join(SOURCES, file), 'utf8'), file);
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics[0].message);
  return compiled.program;
}
const thread = (id: number): ThreadId => id as ThreadId;
const at = (step: number): StepIndex => step as StepIndex;

const counter = program('mutex-counter.cpp');
const philosophers = program('philosophers.cpp');

describe('a runner', () => {
  test('takes the steps it is told, and refuses what cannot be', () => {
    const runner = new Runner(counter);
    expect(runner.step(thread(0))).toBe(true);
    expect(runner.step(thread(1))).toBe(false);
    expect([runner.at, runner.length, runner.status]).toEqual([1, 1, 'running']);
    expect(encodeSchedule(runner.schedule())).toBe('a');
  });

  test('runs to the end without preemption', () => {
    const runner = new Runner(counter);
    expect(runner.runToEnd()).toBe('ended');
    expect(runner.status).toBe('finished');
    expect(runner.findings()).toEqual([]);
    expect(runner.view().steps.filter(({ preemption }) => preemption)).toEqual([]);
  });

  test('opens a schedule, and says how far it fits', () => {
    const runner = new Runner(counter);
    runner.runToEnd(random(4));
    const schedule = runner.schedule();
    const other = new Runner(counter);
    expect(other.open(schedule)).toEqual({ taken: schedule.choices.length, complete: true });
    expect(other.hash()).toBe(runner.hash());
    expect(other.view()).toEqual(runner.view());
    expect(other.open(decodeSchedule('a2z').schedule)).toEqual({ taken: 2, complete: false });
    expect(other.hash()).toBe(runner.hash(2));
  });

  test('forgets the planned steps when another one is taken before them', () => {
    const runner = new Runner(philosophers);
    runner.runToEnd();
    runner.seek(at(6));
    const before = encodeSchedule(runner.schedule());
    runner.step(thread(2));
    expect(runner.length).toBe(7);
    expect(encodeSchedule(runner.schedule())).not.toBe(before);
    const straight = new Runner(philosophers);
    straight.open(runner.schedule());
    expect(straight.hash()).toBe(runner.hash());
    expect(straight.view()).toEqual(runner.view());
    expect(straight.findings()).toEqual(runner.findings());
  });

  test('tells of the whole line wherever it stands', () => {
    const runner = new Runner(philosophers);
    runner.open(decodeSchedule('a4bcdbcd').schedule);
    runner.runToEnd(random(3));
    const { findings, view } = { findings: runner.findings(), view: runner.view() };
    runner.seek(at(2));
    expect(runner.findings()).toEqual(findings);
    expect(runner.view()).toEqual(view);
    expect(runner.at).toBe(2);
  });

  test('shows any step without moving', () => {
    const runner = new Runner(counter);
    runner.runToEnd(random(2));
    const half = Math.floor(runner.length / 2);
    const shown = runner.snapshotAt(at(half));
    expect(runner.at).toBe(runner.length);
    runner.seek(at(half));
    expect(runner.snapshotAt(at(half))).toEqual(shown);
    expect(shown.step).toBe(half);
  });

  test('executes steps elsewhere if it is told to', () => {
    const machine = createMachine(counter);
    const taken: number[] = [];
    const runner: Runner = new Runner(counter, {
      machine,
      execute: (id, pick) => {
        taken.push(id);
        return step(machine, id, pick, runner.points);
      },
    });
    runner.runToEnd(random(1));
    expect(taken).toEqual(runner.schedule().choices.map((choice) => choice.thread));
    const plain = new Runner(counter);
    plain.open(runner.schedule());
    expect(plain.hash()).toBe(runner.hash());
  });

  test('takes in what others executed', () => {
    const machine = createMachine(counter);
    const runner = new Runner(counter, { machine });
    for (const id of [0, 0, 1]) {
      let outcome = step(machine, id, 0, runner.points);
      while (outcome === MORE) {
        runner.executed(thread(id), 0, outcome);
        outcome = step(machine, id, 0, runner.points);
      }
      runner.executed(thread(id), 0, outcome);
    }
    const plain = new Runner(counter);
    plain.open(decodeSchedule('a2b').schedule);
    expect(runner.hash()).toBe(plain.hash());
    expect(runner.view()).toEqual(plain.view());
  });

  test('stops a run to the end that goes in circles', () => {
    const runner = new Runner(program('livelock.cpp'));
    expect(runner.runToEnd()).toBe('stopped');
    expect(runner.findings().map(({ kind }) => kind)).toEqual(['livelock']);
    expect(runner.length).toBeLessThan(30);
  });

  test('calls it a deadlock where the spinning thread keeps a lock that another one is blocked on', () => {
    const runner = new Runner(program('spin-holding-lock.cpp'));
    runner.open(decodeSchedule('a3c3bc2').schedule);
    expect(runner.findings().map(({ kind, sentence }) => `${kind}: ${sentence}`)).toEqual([
      'deadlock: closer holds `door` (line 15) and loops at line 16 until another thread changes what it reads; ' +
        'user waits for `door` (line 11).',
    ]);
    // Before user is blocked, closer only spins.
    runner.open(decodeSchedule('a3c5').schedule);
    expect(runner.findings()).toEqual([]);
  });
});

test('a thousand seeks and forks lead to the states of fresh runs, on the program of a scenario', () => {
  const file = join(import.meta.dirname, '../../scenarios/mb-38521/before.cpp');
  const compiled = compile(readFileSync(file, 'utf8'), 'before.cpp');
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics[0].message);
  const runner = new Runner(compiled.program);
  const machine = createMachine(compiled.program);
  const fresh = (): Int32Array => {
    reset(machine);
    for (const { thread: id, pick } of runner.schedule().choices.slice(0, runner.at)) {
      while (step(machine, id, pick, runner.points) === MORE);
    }
    return checkpoint(machine);
  };
  const rng = createRng(11);
  runner.runToEnd(random(1));
  for (let i = 0; i < 1000; i++) {
    runner.seek(at(rng.int(runner.length + 1)));
    if (i % 10 === 9) runner.runToEnd(random(i));
    if (i % 5 === 4) expect(sameState(runner.machine, fresh())).toBe(true);
  }
});
