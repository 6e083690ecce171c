/** The machine's door: a program and its memory, one step of it, and questions about where it stands. */
export { wakeAlone } from './conditions';
export { type Block, blockOf, blocks } from './heap';
export { BLOCKED, FAULTED, FINISHED, MORE, type Outcome, STEPPED, step } from './interpreter';
export { LARGE_LIMITS, MAX_THREADS, SMALL_LIMITS } from './layout';
export { accessStart, accessWords, logEnd, logStart, setEventLimit } from './log';
export {
  checkpoint,
  createMachine,
  forgetHalfStep,
  hashState,
  type Machine,
  passFault,
  reset,
  restore,
  resumeStep,
  sameState,
  stateWords,
} from './memory';
export {
  evenAlone,
  type Granularity,
  joined,
  type SchedulePoints,
  schedulePoints,
  stopsAt,
  withoutPoints,
  withPoints,
} from './points';
export {
  blockedOn,
  canStep,
  faultOf,
  isProcessOver,
  looksForLeaks,
  nextPc,
  pickCount,
  type RunStatus,
  runStatus,
  type ThreadState,
  threadCount,
  threadState,
  unfinishedCount,
  wouldTimeOut,
} from './query';
export { type Frame, stackFrames, userFrames, userPc } from './stack';
