/**
 * Counts runs by what they were. A run whose choices were met before needs no judgement: it was the same run. What is kept of each is a
 * hash of its choices, and the state it has to come to.
 */
import { mix, packed } from '../../base/hash';
import {
  type ExecutionKey,
  encodeSchedule,
  type FindingKind,
  type Recorded,
  type Sampler,
} from '../../engine';
import type { FailedRun } from './client';
import type { TallyNews } from './protocol';

interface Known {
  readonly outcome: FindingKind | '' | null;
  readonly execution: ExecutionKey | null;
  readonly state: readonly [number, number];
}

/** Runs that are told apart; then they are forgotten, and judged again. */
const MAX_KNOWN = 50_000;
/** Failed runs that are kept, of each kind. */
const KEPT = 12;

export class Counting {
  private readonly sampler: Sampler;
  private readonly known = new Map<number, Known>();
  private runs = 0;
  private unexplained = 0;
  private steps: number;
  private readonly outcomes: Partial<Record<FindingKind | '', number>> = {};
  private readonly executions = new Map<ExecutionKey, number>();
  private readonly failed: FailedRun[] = [];
  /** Executions of failed runs that are kept. */
  private readonly kept = new Set<ExecutionKey>();
  /** Since news were told last: executions that were met, and the number of failed runs told before. */
  private readonly met = new Set<ExecutionKey>();
  private toldFailed = 0;

  /** `steps`: what a run takes, as far as is known before the first. */
  constructor(sampler: Sampler, steps: number) {
    this.sampler = sampler;
    this.steps = steps;
  }

  /** Steps of the longest run so far. */
  get longest(): number {
    return this.steps;
  }

  /**
   * `state`: what the run came to, two words; null if that need not be asked. Where a run was cut the last steps have no tickets, and
   * where two threads failed at once the Memory says of neither whether it was the first.
   */
  add(recorded: Recorded, state: Int32Array | null): void {
    this.steps = Math.max(this.steps, recorded.steps.length);
    const key = keyOf(recorded);
    let known = this.known.get(key);
    if (known === undefined) {
      known = this.judge(recorded);
      if (this.known.size === MAX_KNOWN) this.known.clear();
      this.known.set(key, known);
    }
    const { outcome, execution } = known;
    this.runs++;
    const sure = state === null || recorded.cut || outcome === 'limit' || recorded.failed.length > 1;
    if (outcome === null || !(sure || (state[0] === known.state[0] && state[1] === known.state[1]))) {
      this.unexplained++;
      return;
    }
    this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
    if (execution === null) return;
    this.executions.set(execution, (this.executions.get(execution) ?? 0) + 1);
    this.met.add(execution);
  }

  /** The counts as they are; of executions and failed runs those that are not as they were told last. */
  news(ms: number, threads: number): TallyNews {
    const { runs, unexplained, outcomes, executions, steps } = this;
    const met = [...this.met].map((key) => [key, executions.get(key) ?? 0] as const);
    const failed = this.failed.slice(this.toldFailed);
    this.met.clear();
    this.toldFailed = this.failed.length;
    return { runs, ms, outcomes: { ...outcomes }, unexplained, executions: met, failed, threads, steps };
  }

  private judge(recorded: Recorded): Known {
    const { sampler } = this;
    const sample = sampler.judge(recorded);
    if (sample === null) return { outcome: null, execution: null, state: [0, 0] };
    const { kind, execution, state } = sample;
    const wanted = kind !== null && this.failed.filter((each) => each.kind === kind).length < KEPT;
    if (wanted && !(execution !== null && this.kept.has(execution))) {
      const schedule = sampler.scheduleOf(sample);
      // One that no Schedule leads to cannot be shown: it counts with those that are not explained.
      if (schedule === null) return { outcome: null, execution: null, state };
      if (execution !== null) this.kept.add(execution);
      this.failed.push({ kind, schedule: encodeSchedule(schedule), run: this.runs + 1 });
    }
    return { outcome: kind ?? '', execution, state };
  }
}

/** A whole number below 2^53 for the choices, and for where some failed. */
function keyOf({ steps, failed, cut }: Recorded): number {
  let one = steps.length;
  let two = cut ? 1 : 0;
  for (let i = 0; i < steps.length; i++) {
    one = mix(one, steps[i]);
    two = mix(two, steps[i] + 7);
  }
  for (const { at, begun } of failed) {
    one = mix(one, 2 * at + (begun ? 1 : 0));
    two = mix(two, 2 * at + (begun ? 1 : 0));
  }
  return packed(one, two);
}
