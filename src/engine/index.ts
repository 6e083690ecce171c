/** The engine's only door: what the host, the session and the views need of it. See README.md for the flow and the words. */
export type { FindingKind } from './bytecode/fault';
export type { Address, Pc, Program, Span, StepIndex, ThreadId } from './bytecode/program';
export { compile } from './compile';
export { ANSWER, type Diagnostic, type Launch, type Query } from './compiler';
export type { Finding } from './detect/finding';
export { type Answered, answer } from './explore/answer';
export { type Explosion, explosionWords } from './explore/counterexample/explosion';
export type { Failure, SearchFinding } from './explore/counterexample/failures';
export type { Bounded } from './explore/counterexample/preemption-bound';
export { ConsistentExecutions } from './explore/dpor/consistent-executions';
export type { Count } from './explore/dpor/count';
export { type Execution, type Executions, listExecutions } from './explore/dpor/executions';
export { type EventHash, type Located, locateSchedule } from './explore/dpor/trace-hasher';
export { explore, exploreTogether, type Together } from './explore/explore';
export {
  type ProofInput,
  type ProofResult,
  sharedBytes,
  takePart,
} from './explore/parallel/parallel-proof';
export { canFail } from './explore/reach';
export { pointsOf } from './explore/refinement/points';
export type { Limit, SearchPart } from './explore/search-limits';
export { isRobust, type Verdict } from './explore/verdict';
export { isBare } from './inspect/names';
export type { Owner } from './inspect/owners';
export type {
  AtomicView,
  EdgeKind,
  FieldView,
  FrameView,
  LockView,
  ObjectView,
  OperationView,
  PickView,
  ReaderView,
  RootView,
  Snapshot,
  StoreView,
  ThreadView,
} from './inspect/view';
export {
  BLOCKED,
  blockedOn,
  createMachine,
  FAULTED,
  FINISHED,
  forgetHalfStep,
  hashState,
  logEnd,
  logStart,
  type Machine,
  MORE,
  nextPc,
  type Outcome,
  pickCount,
  reset,
  restore,
  runStatus,
  type SchedulePoints,
  STEPPED,
  setEventLimit,
  step,
  threadCount,
  wouldTimeOut,
} from './machine';
export { isRefuted, withNotes } from './notes';
export { type MemoryModel, memoryOf, namesWeakOrders } from './rc11/orders';
export { type ExecutionKey, executionKey } from './sampling/execution-key';
export { isAtomicBlock, isPlainAccess, isYield } from './sampling/operations';
export {
  type FailedStep,
  LONGEST_STEP,
  packChoice,
  type Recorded,
  Sampler,
} from './sampling/sampler';
export { type Continuations, type Reach, reachOf } from './schedule/continuations';
export { decodeSchedule, encodeSchedule } from './schedule/encode';
export { nonpreemptive } from './schedule/nonpreemptive';
export { pct, pctBound } from './schedule/pct';
export { random } from './schedule/random';
export type { Choice, Granularity, Schedule } from './schedule/schedule';
export type { Scheduler } from './schedule/scheduler';
export { sticky } from './schedule/sticky';
export type { FileBlock, FileCursor, FilesDeclaration, FilesView, FileView } from './trace/files';
export { HASH_WORDS, hashEvents, hashText, startHash } from './trace/hash';
export { type Order, orderOf } from './trace/order';
export { Runner } from './trace/runner';
export type {
  Interval,
  LockInterval,
  ObjectInterval,
  StateInterval,
  StepView,
  TraceView,
} from './trace/view';
export { answerWeak, type WeakAnswered } from './weak/answer';
export { weakOutcomes, weakOutlook } from './weak/outcomes';
export { judgeWeak, settled, type WeakJudgement } from './weak/report';
export type { WeakLimits } from './weak/search';
export { type Weakest, weakestOrders } from './weak/weakest';
