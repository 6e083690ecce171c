/** The verdicts in words, as a heading says them. */
import type { Finding, ThreadId } from '../../engine';

export const findingTitles: Record<Finding['kind'], string> = {
  'data-race': 'Data race',
  'assertion-failure': 'Assertion failed',
  terminate: 'Terminated',
  deadlock: 'Deadlock',
  'lock-order-inversion': 'Lock order inversion',
  'use-after-free': 'Use after free',
  'stack-use-after-scope': 'Use after scope',
  'double-free': 'Double free',
  'null-dereference': 'Null dereference',
  'out-of-bounds': 'Out of bounds',
  'uninitialized-read': 'Uninitialised read',
  'division-by-zero': 'Division by zero',
  'memory-leak': 'Memory leak',
  'thread-leak': 'Thread leak',
  'mutex-misuse': 'Mutex misuse',
  livelock: 'Livelock',
  'lost-wakeup': 'Lost wakeup',
  limit: 'Limit of the visualizer',
};

/** Threads that go round for ever in what was found. */
export const spinnersIn = (found: Pick<Finding, 'places'> | null): readonly ThreadId[] => [
  ...new Set(found?.places.flatMap(({ role, thread }) => (role === 'Spins' ? [thread] : []))),
];

/** 'in this run' or 'predicted from it': how a finding is known. */
export function reachOf(finding: Finding): string {
  return finding.reached ? 'in this run' : 'predicted from this run';
}
