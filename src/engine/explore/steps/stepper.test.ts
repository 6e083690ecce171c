/** A step is taken whole however many calls it needs, every call is seen, and going back leaves no trace. */
import { expect, test } from 'vitest';
import { compiled } from '../../compiler/testing/execute';
import { checkpoint, createMachine, evenAlone, hashState, schedulePoints } from '../../machine';
import { ReversibleStepper, Stepper } from './stepper';
import { enabledThreads, nextThread, threadSets } from './thread-sets';

const program = compiled(
  `#include <atomic>
#include <thread>
std::atomic<int> x{0};
int many[5000];
void fill(int value) { for (int i = 0; i < 5000; i++) many[i] = value; x = value; }
int main() { std::thread t(fill, 1); t.join(); return many[7] - x.load(); }`,
  'long-step.cpp',
);
const points = evenAlone(schedulePoints(program));

/** The lowest thread first, to the end. */
function runWith(stepper: Stepper, calls: { count: number; steps: number }): void {
  const observe = (_thread: number, first: boolean): void => {
    calls.count++;
    if (first) calls.steps++;
  };
  const ready = threadSets(1);
  while (enabledThreads(stepper.machine, ready, 0)) stepper.take(nextThread(ready, 0, 0), 0, { observe });
}

test('an observer sees every call of a step whose log does not hold all of it', () => {
  const calls = { count: 0, steps: 0 };
  runWith(new Stepper(createMachine(program), points), calls);
  expect(calls.steps).toBeGreaterThan(3);
  expect(calls.count).toBeGreaterThan(calls.steps);
});

test('steps that are taken back leave the state they were taken from', () => {
  const stepper = new ReversibleStepper(createMachine(program), points);
  const here = stepper.here();
  const before = checkpoint(stepper.machine);
  runWith(stepper, { count: 0, steps: 0 });
  expect(stepper.isAt(here)).toBe(false);
  stepper.back(here);
  expect(stepper.isAt(here)).toBe(true);
  expect(checkpoint(stepper.machine)).toEqual(before);
});

test('with and without a journal the same steps lead to the same state', () => {
  const [plain, reversible] = [createMachine(program), createMachine(program)];
  runWith(new Stepper(plain, points), { count: 0, steps: 0 });
  runWith(new ReversibleStepper(reversible, points), { count: 0, steps: 0 });
  expect(hashState(plain)).toBe(hashState(reversible));
});
