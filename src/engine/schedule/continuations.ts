/** What a run can still become, as far as it is known. */

/** Whether it can fail. unknown: there is too much to try to say no. */
export type Reach = 'can' | 'cannot' | 'unknown';

/** The executions that begin as a run does. */
export interface Continuations {
  readonly left: number;
  /** Of these, those that fail; where one kind of failure was asked for, those that fail so. */
  readonly failing: number;
  /** These are all, and the run is the beginning of some. */
  readonly exact: boolean;
}

export const reachOf = ({ failing, exact }: Continuations): Reach =>
  failing > 0 ? 'can' : exact ? 'cannot' : 'unknown';
