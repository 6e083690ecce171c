/** Detectors see events in order and by number: the first event of a step is 0. */
/** One event of a run, named so that it can be found again: the run up to it can be repeated. */
export interface EventRef {
  readonly thread: number;
  readonly pc: number;
  /** 1-based: the step it belongs to. */
  readonly step: number;
  /** Its number within the step. */
  readonly event: number;
}
