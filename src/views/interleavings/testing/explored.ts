/** A verdict for tests: complete and clean, but for what is said. */
import type { Explored } from '../../../session';

type Verdict = NonNullable<Explored['verdict']>;

type Partly = Partial<Omit<Verdict, 'findings' | 'minimal' | 'failures' | 'notes'>> & {
  readonly findings?: readonly object[];
  readonly minimal?: object | null;
  readonly failures?: readonly object[];
  readonly notes?: readonly object[];
};

export function exploredWith(verdict: Partly | null, rest: Partial<Explored> = {}): Explored {
  const clean = {
    kind: 'clean',
    complete: true,
    limit: null,
    limitLine: null,
    bounded: null,
    explosion: null,
    states: 119,
    transitions: 300,
    allTransitions: 600,
    passes: 2,
    points: { granularity: 'sync', pcs: [], whenAlone: false, table: new Uint16Array(0) },
    findings: [],
    notes: [],
    failures: [],
    minimal: null,
  };
  return {
    phase: 'done',
    states: 119,
    transitions: 300,
    met: null,
    bounded: null,
    explosion: null,
    verdict: verdict && ({ ...clean, ...verdict } as Verdict),
    further: false,
    ...rest,
  };
}
