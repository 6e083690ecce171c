/** The machine's door: a program and its memory, one step of it, and questions about where it stands. */
export { type Block, blocks } from './heap';
export { BLOCKED, FAULTED, FINISHED, MORE, type Outcome, STEPPED, step } from './interpreter';
export { DEFAULT_LIMITS, type Limits } from './layout';
export { logEnd, logStart, nextEvent, setEventLimit } from './log';
export {
  checkpoint,
  createMachine,
  hashState,
  type Machine,
  type MachineOptions,
  reset,
  restore,
  sameState,
  stateWords,
} from './memory';
export { printedText } from './print';
export {
  type Birth,
  birthOf,
  blockedOn,
  canStep,
  choices,
  type Fault,
  faultOf,
  nextPc,
  runStatus,
  threadCount,
  threadState,
  unfinishedCount,
  type Wait,
} from './query';
export { type Frame, stackFrames, userFrames, userPc } from './stack';
export { visibleTable } from './tables';
