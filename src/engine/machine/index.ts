/** The machine's door: a program and its memory, one step of it, and questions about where it stands. */
export { comparedText } from './comparison';
export { wakeAlone } from './conditions';
export { type Block, blockOf, blocks } from './heap';
export { BLOCKED, FAULTED, FINISHED, MORE, type Outcome, STEPPED, step } from './interpreter';
export { accessStart, accessWords, logEnd, logStart, setEventLimit } from './log';
export {
  checkpoint,
  createMachine,
  hashState,
  type Machine,
  reset,
  restore,
  sameState,
  stateWords,
} from './memory';
export { Names } from './names';
export { doneOperation, nextOperation } from './operation';
export { locate } from './place';
export {
  evenAlone,
  type Granularity,
  joined,
  type SchedulePoints,
  schedulePoints,
  stopsAt,
  withPoints,
} from './points';
export { printedText } from './print';
export {
  blockedOn,
  canStep,
  choices,
  faultOf,
  nextPc,
  runStatus,
  threadCount,
  threadState,
  unfinishedCount,
  wouldTimeOut,
} from './query';
export { snapshot } from './snapshot';
export { lineAt, spanAt } from './source';
export { type Frame, userFrames, userPc } from './stack';
