import { afterEach, describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '../../scripts/patience.mjs';
import { decodeSchedule, type Schedule, type StepIndex, type ThreadId } from '../engine';
import type { Answer, OpenRequest } from './client';
import { type ClientOptions, createEngineClient } from './engineClient';

const COUNTERS = `
#include <mutex>
#include <thread>
std::mutex m;
int count = 0;
void add() {
  for (int i = 0; i < 2; i++) {
    std::lock_guard<std::mutex> guard(m);
    count++;
  }
}
int main() {
  std::thread first(add);
  std::thread second(add);
  first.join();
  second.join();
}
`;
const CROWD = `
#include <thread>
#include <vector>
void nothing() {}
int main() {
  std::vector<std::thread> crowd;
  for (int i = 0; i < 70; i++) crowd.emplace_back(nothing);
  for (auto& one : crowd) one.join();
}
`;

const line = (text: string): Schedule => decodeSchedule(text).schedule;
const source = (text: string, schedule = '', at = 0): OpenRequest => ({
  ...{ file: 'test.cpp', source: text, schedule: line(schedule), at },
  complete: schedule === '',
});
const [main, first, second] = [0, 1, 2] as ThreadId[];

/** How long to wait for a worker: as long as it takes, but for one that is known to be gone. */
interface Limits {
  patience: number;
  timeout: number;
}
const WAITS: Limits = { patience: PATIENCE_MS, timeout: PATIENCE_MS };

let client: ReturnType<typeof createEngineClient>;
function start(options: ClientOptions = {}): Limits {
  const limits = { ...WAITS, ...options };
  client = createEngineClient(limits);
  return limits;
}
afterEach(() => client.dispose());

async function open(request: OpenRequest): Promise<Answer> {
  const answer = await client.open(request);
  if (answer.kind === 'diagnostics') throw new Error(JSON.stringify(answer.diagnostics));
  return answer.run;
}
const places = ({ workers }: Answer): string[] =>
  workers.map(({ place, on }) => (on === '' ? place : `${place} ${on}`));
/** All threads of the line have their worker. */
const connected = ({ trace }: Answer): Promise<void> =>
  expect.poll(async () => places(await client.seek(trace.steps.length as StepIndex))).not.toContain('gone');
/** The workers come to rest there. */
const expectPlaces = (at: number, ...wanted: string[]): Promise<void> =>
  expect.poll(async () => places(await client.seek(at as StepIndex))).toEqual(wanted);

describe.each([
  ['real threads', { shared: true }],
  ['a single worker', { shared: false }],
] as const)('with %s', (_, options) => {
  test('a program is opened, stepped, led back and forked', async () => {
    start(options);
    const opened = await open(source(COUNTERS));
    expect(opened).toMatchObject({ at: 0, stopped: null });
    const { length } = opened.trace.steps;
    expect(length).toBeGreaterThan(12);

    const there = await client.seek(length as StepIndex);
    expect(there.snapshot.status).toBe('finished');
    expect(there.trace).toBe(opened.trace);
    expect(there.hash).toBe(opened.hash);

    await client.seek(3 as StepIndex);
    const forked = await client.step(3 as StepIndex, second, 0);
    expect(forked.trace.steps).toHaveLength(4);
    expect(forked.schedule.choices.at(-1)).toEqual({ thread: second, pick: 0 });

    const again = await client.extend(Number.POSITIVE_INFINITY);
    expect(again.snapshot.status).toBe('finished');
    expect(again.hash).not.toBe(opened.hash);
    const repeated = await open({ ...source(COUNTERS), schedule: again.schedule, complete: false });
    expect(repeated.hash).toBe(again.hash);
  });

  test('a step that is not possible is refused with its reason, and nothing changes', async () => {
    start(options);
    const { trace } = await open(source(COUNTERS, 'a3b2c', 6));
    await expect(client.step(6 as StepIndex, second, 0)).rejects.toMatchObject({
      kind: 'refused',
      message: 'second is blocked here (waiting for m, held by first).',
    });
    await expect(client.step(6 as StepIndex, 5 as ThreadId, 0)).rejects.toMatchObject({
      message: 'thread 5 has not started.',
    });
    expect((await client.seek(6 as StepIndex)).trace).toBe(trace);
  });

  test('a schedule that does not fit is followed as far as it does', async () => {
    start(options);
    const { stopped, trace } = await open(source(COUNTERS, 'a3b2cc', 9));
    expect(stopped).toEqual({ at: 6, reason: 'second is blocked here (waiting for m, held by first)' });
    expect(trace.steps).toHaveLength(6);
  });

  test('a source that does not compile has diagnostics, and the run before stays', async () => {
    start(options);
    await open(source(COUNTERS));
    const answer = await client.open(source('int main() { return x; }'));
    expect(answer).toMatchObject({ kind: 'diagnostics' });
    expect((await client.seek(2 as StepIndex)).at).toBe(2);
  });

  test('another program is compiled beside the one that is open, which stays', async () => {
    start(options);
    await open(source(COUNTERS));
    expect(await client.compile({ file: 'test.cpp', source: CROWD })).toMatchObject({
      kind: 'program',
      program: {},
    });
    expect(await client.compile({ file: 'test.cpp', source: 'int main() { return x; }' })).toMatchObject({
      kind: 'diagnostics',
    });
    expect((await client.seek(2 as StepIndex)).at).toBe(2);
  });

  test('another run is made beside the one that is open, which stays', async () => {
    start(options);
    const { trace, hash } = await open(source(COUNTERS, 'a3b2', 3));
    const end = Number.POSITIVE_INFINITY;
    const aside = await client.aside({ ...source(COUNTERS, 'a3b2cc', end), complete: true });
    if (aside.kind !== 'run') throw new Error('it compiles');
    expect(aside.run.stopped?.at).toBe(6);
    expect(aside.run.snapshot.status).toBe('finished');
    expect(aside.run.at).toBe(aside.run.trace.steps.length);
    expect(await client.seek(4 as StepIndex)).toMatchObject({ at: 4, hash });
    expect((await client.seek(2 as StepIndex)).trace).toBe(trace);
  });

  test('more threads than there can be are a finding', async () => {
    start(options);
    const { findings } = await open(source(CROWD));
    expect(findings.at(-1)?.kind).toBe('limit');
  });
});

test('steps are taken by the threads themselves, and the page is told where they wait', async () => {
  start();
  await connected(await open(source(COUNTERS)));
  await client.seek(3 as StepIndex);
  await client.step(3 as StepIndex, first, 0);
  await client.step(4 as StepIndex, first, 0);
  const blocked = await client.step(5 as StepIndex, second, 0);
  await expectPlaces(6, 'parked first', 'gate', 'parked m');
  const lock = blocked.snapshot.locks.find(({ name }) => name === 'm')!.id;
  const words = new Int32Array(client.workers.running!.memory);
  await expect.poll(() => Atomics.notify(words, lock)).toBe(1);
  await client.step(6 as StepIndex, first, 0);
  await expectPlaces(7, 'parked first', 'gate', 'gate');
  await expectPlaces(0, 'gate');
});

test('a worker ended by the browser: the request fails, says so, and the next one works on all that was there', async () => {
  const limits = start();
  await connected(await open(source(COUNTERS)));
  await client.seek(3 as StepIndex);
  const before = await client.step(3 as StepIndex, first, 0);
  // It answers no more, so that waiting for it is in vain however short.
  client.workers.pool?.kill(1);
  limits.patience = 1;
  await expect(client.step(4 as StepIndex, first, 0)).rejects.toMatchObject({
    kind: 'lost',
    message: 'The browser ended the worker of first. A new one is there and your steps are kept: try again.',
  });
  limits.patience = PATIENCE_MS;
  const after = await client.step(4 as StepIndex, first, 0);
  expect(after.hash).toBe(before.hash);
  expect(after.trace.steps).toEqual(before.trace.steps);
  await connected(after);
  expect((await client.extend(Number.POSITIVE_INFINITY)).snapshot.status).toBe('finished');
});

test('an engine worker that hangs is started anew with the same line', async () => {
  const limits = start();
  await open(source(COUNTERS));
  const before = await client.step(3 as StepIndex, second, 0);
  client.workers.engine.terminate();
  limits.timeout = 1;
  await expect(client.seek(0 as StepIndex)).rejects.toMatchObject({ kind: 'lost' });
  limits.timeout = PATIENCE_MS;
  const after = await client.seek(2 as StepIndex);
  expect(after.hash).toBe(before.hash);
  expect(after.trace.steps).toEqual(before.trace.steps);
});

test('opening one program after the other leaves no worker behind', async () => {
  start();
  for (let round = 0; round < 5; round++) {
    for (const [at, text] of [COUNTERS, COUNTERS.replace('i < 2', 'i < 3')].entries()) {
      const opened = await open(source(text));
      if (round > 1) await connected(opened);
      const { snapshot } = await client.seek((3 + at) as StepIndex);
      expect(snapshot.step).toBe(3 + at);
    }
  }
  const { snapshot } = await client.extend(Number.POSITIVE_INFINITY);
  expect(snapshot.status).toBe('finished');
  expect(main).toBe(0);
});

test('each of many clicks is answered with the step it asked for', async () => {
  start();
  const opened = await open(source(COUNTERS));
  await connected(opened);
  const { length } = opened.trace.steps;
  for (let round = 0; round < 20; round++)
    for (let at = 0; at <= length; at++) expect((await client.seek(at as StepIndex)).snapshot.step).toBe(at);
});
