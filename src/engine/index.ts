/** The engine's only door: what the host, the session and the views need of it. See README.md for the flow and the words. */
export type { FindingKind } from './bytecode/fault';
export type { Address, Pc, Program, Span, StepIndex, ThreadId, TypeId } from './bytecode/program';
export { type Compiled, compile, type Diagnostic } from './compiler';
export type { Finding, Place, PlaceFrame } from './detect/finding';
export {
  BLOCKED,
  blockedOn,
  canStep,
  choices,
  createMachine,
  DEFAULT_LIMITS,
  FAULTED,
  FINISHED,
  type Limits,
  logEnd,
  logStart,
  type Machine,
  type MachineOptions,
  MORE,
  nextPc,
  type Outcome,
  reset,
  runStatus,
  STEPPED,
  step,
  threadCount,
  unfinishedCount,
} from './machine';
export type {
  EdgeKind,
  FieldView,
  FrameView,
  HeldLock,
  LockView,
  ObjectView,
  OperationKind,
  OperationView,
  RootView,
  RunStatus,
  Snapshot,
  ThreadState,
  ThreadView,
} from './machine/view';
export { type Decoded, decodeSchedule, encodeSchedule } from './schedule/encode';
export { nonpreemptive } from './schedule/nonpreemptive';
export { random } from './schedule/random';
export { replay } from './schedule/replay';
export { DEFAULT_STEP_LIMIT, type RunEnd } from './schedule/run';
export type { Choice, Granularity, Schedule } from './schedule/schedule';
export type { Scheduler } from './schedule/scheduler';
export { sticky } from './schedule/sticky';
export type { Circles } from './trace/findings';
export { HASH_WORDS, hashEvents, hashText, startHash } from './trace/hash';
export type { Order } from './trace/order';
export { type Opened, Runner, type RunnerOptions, visibleFor } from './trace/runner';
export type {
  Interval,
  LockInterval,
  ObjectInterval,
  StateInterval,
  StepView,
  TraceView,
} from './trace/view';
