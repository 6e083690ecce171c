/** A defect with its places, its threads and how it is known. Made by the detectors, shown by report views, printed by the command line. */
import type { FindingKind } from '../bytecode/fault';
import type { Address, Pc, Span, StepIndex, ThreadId } from '../bytecode/program';

export interface Finding {
  readonly kind: FindingKind;
  /** Reached by this schedule, or predicted from it (lock order). */
  readonly reached: boolean;
  /** The step that shows it: it happens within step `step` (1-based position in the Trace: after taking it). */
  readonly step: StepIndex;
  readonly thread: ThreadId;
  readonly pc: Pc;
  /** 1-based line in the user's file. */
  readonly line: number;
  readonly span: Span;
  /** One sentence in plain words, naming the threads: 'bucket_del calls bytesSent on a null BackfillManager: worker stored null at step 16.' */
  readonly sentence: string;
  /** The report in the sanitizers' grammar, several lines, first line 'ERROR: null-dereference …' or 'WARNING: data race …', last 'SUMMARY: …'. */
  readonly report: string;
  /** Both sides and their stacks: the place itself first, then the other access, the free, the allocation, the store of null, each lock edge. */
  readonly places: readonly Place[];
  /** The object that was used when it was gone, or that a pointer had led to before it was null; null where none was lost. */
  readonly lost: Address | null;
  /** Of a null dereference: the member that was null; null where it was none of an object's. */
  readonly nullMember: HeapMember | null;
  /** The few steps that led here, in order, the last one being this; empty until a recorded run has been asked. */
  readonly causes: readonly Cause[];
}
/** A part of an object on the heap. */
export interface HeapMember {
  readonly object: Address;
  /** The way to it: 'backfillMgr', 'containers[0].streams'; '' for the object as a whole. */
  readonly path: string;
}
export interface Cause {
  readonly step: StepIndex;
  readonly thread: ThreadId;
  /** 1-based line in the user's file. */
  readonly line: number;
  /** One plain sentence: 'worker stores null in `backfillMgr`.' */
  readonly text: string;
}
export interface Place {
  /** 'Null dereference', 'Previous write', 'Freed by', 'Previously allocated by', 'Null stored by', 'Holds'… */
  readonly role: string;
  readonly thread: ThreadId;
  readonly threadName: string;
  /** Step during which it happened; null if before the first. */
  readonly step: StepIndex | null;
  /** Which event of that step it is; AFTER_STEP for where the thread stood behind it. */
  readonly event: number;
  readonly frames: readonly PlaceFrame[];
}
export interface PlaceFrame {
  readonly function: string;
  readonly line: number;
}
