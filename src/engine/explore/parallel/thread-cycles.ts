/**
 * Whether threads can go round for ever in the states of a proof: by the steps that stay within a strongly connected component of
 * their thread's own graph, since all steps of a cycle of states do.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import { components } from '../fairness/components';
import type { Facts } from '../reduction/may-access';
import { addThread, copySet, isWithin, keepOnly, SET_WORDS, threadSets } from '../steps/thread-sets';

/** Of a step: from and to which state, the thread, and the set of threads enabled before it. */
const ENABLED = 3;
const STEP = ENABLED + SET_WORDS;

export class CycleSteps {
  count = 0;
  private steps = new Int32Array(STEP * initially(256));

  /** The set of the enabled stands in `words`. */
  add(from: number, to: number, thread: number, words: Int32Array, enabled: number): void {
    const at = STEP * this.count++;
    if (at + STEP > this.steps.length) this.steps = doubled(this.steps);
    this.steps[at] = from;
    this.steps[at + 1] = to;
    this.steps[at + 2] = thread;
    copySet(this.steps, at + ENABLED, enabled, words);
  }

  get bytes(): number {
    return this.steps.byteLength;
  }

  words(): Int32Array {
    return this.steps.slice(0, STEP * this.count);
  }
}

/** Whether in some component of these states no thread is enabled throughout without moving. */
export function hasNonProgressCycle(steps: readonly Int32Array[]): boolean {
  const numbers = new Map<number, number>();
  const numberOf = (state: number): number => {
    const number = numbers.get(state) ?? numbers.size;
    numbers.set(state, number);
    return number;
  };
  const from: number[] = [];
  const to: number[] = [];
  for (const words of steps) {
    for (let at = 0; at < words.length; at += STEP) {
      from.push(numberOf(words[at]));
      to.push(numberOf(words[at + 1]));
    }
  }
  const component = components(numbers.size, from, to);
  /** By component: first the threads that move in it, then those enabled in all its states. */
  const within = new Map<number, Int32Array>();
  let i = 0;
  for (const words of steps) {
    for (let at = 0; at < words.length; at += STEP, i++) {
      const here = component[from[i]];
      if (component[to[i]] !== here) continue;
      const known = within.get(here) ?? threadSets(2).fill(-1, SET_WORDS);
      within.set(here, known);
      addThread(known, 0, words[at + 2]);
      keepOnly(known, SET_WORDS, at + ENABLED, words);
    }
  }
  return [...within.values()].some((known) => isWithin(known, SET_WORDS, 0));
}

/** Where the ways of the threads go round, by node. */
export interface ThreadCycles {
  /** 0 if no way leads back to the node. */
  readonly component: Int32Array;
  /** 1 where some step closes a cycle: every cycle has such a node. */
  readonly closes: Uint8Array;
}

/** Whether more steps and more nodes, with higher numbers, have made no cycle that was not known. */
export function sameCycles(before: ThreadCycles, after: ThreadCycles): boolean {
  const was = new Map<number, number>();
  for (const [node, component] of after.component.entries()) {
    const old = before.component[node] ?? 0;
    if (component === 0 && old === 0) continue;
    if (component === 0 || old === 0 || (was.get(component) ?? old) !== old) return false;
    if (after.closes[node] > before.closes[node]) return false;
    was.set(component, old);
  }
  return true;
}

export function threadCyclesOf({ next }: Facts): ThreadCycles {
  const from: number[] = [];
  const to: number[] = [];
  for (const [node, nodes] of next.entries()) {
    for (const other of nodes) {
      from.push(node);
      to.push(other);
    }
  }
  const component = components(next.length, from, to);
  const cyclic = new Set<number>();
  for (let i = 0; i < from.length; i++)
    if (component[from[i]] === component[to[i]]) cyclic.add(component[from[i]]);
  for (let node = 0; node < component.length; node++)
    component[node] = cyclic.has(component[node]) ? component[node] + 1 : 0;
  const closes = new Uint8Array(next.length);
  // Every cycle has a step that does not lead to a higher number.
  for (let i = 0; i < from.length; i++)
    if (component[from[i]] > 0 && component[from[i]] === component[to[i]] && to[i] <= from[i])
      closes[from[i]] = 1;
  return { component, closes };
}
