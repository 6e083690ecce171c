/**
 * A compiled program: immutable, structured-cloneable, and all that machine, search, trace and views know of the source.
 * Written by the compiler, read by everyone else; see opcodes.ts for the meaning of `code`.
 */
import type { Brand } from '../../base/brand';

/**
 * A frame, upwards from fp: arguments, FRAME_HEADER words of the machine's own (return pc, caller's fp), locals, operand stack.
 * Offsets of locals count from fp: the first argument is 0, the first local argWords + FRAME_HEADER.
 */
export const FRAME_HEADER = 2;

/** Index into `Program.code` of the first word of an instruction. */
export type Pc = Brand<number, 'Pc'>;
/** Start order: main is 0. Index into the thread table of a Memory. */
export type ThreadId = Brand<number, 'ThreadId'>;
/** Position in a Trace: the number of steps taken before; 0 is before the first step. */
export type StepIndex = Brand<number, 'StepIndex'>;
/** Index into `Program.types`. */
export type TypeId = Brand<number, 'TypeId'>;
/** Word index into a Memory. The machine is word-addressed: every address names one 32-bit word; 0 is the null pointer. */
export type Address = Brand<number, 'Address'>;

/** A half-open range of characters in one source text. */
export interface Span {
  /** Index into `Program.sources`: 0 is the user's file, the rest are library headers. */
  readonly file: number;
  readonly start: number;
  readonly end: number;
}

export interface Source {
  /** 'before.cpp' or '<mutex>' */
  readonly name: string;
  readonly text: string;
  /** True for the compiler's own headers: their frames are hidden from stacks, and a step in them counts as its caller's line. */
  readonly library: boolean;
}

/** How much a run may use, in words. */
export interface Limits {
  /** 1 … 64. */
  readonly threads: number;
  readonly mainStack: number;
  readonly mainHeap: number;
  readonly threadStack: number;
  /** Of each of the first threads beside main, and of the others: who starts many gives each little to do. */
  readonly threadHeap: number;
  readonly laterHeap: number;
}

export interface Program {
  /** Where its runs have not what they usually have. */
  readonly limits?: Limits;
  /** Steps of a run at most, where that is not as usual. */
  readonly longestRun?: number;
  /** Instructions: an opcode word, then its operand words. */
  readonly code: Int32Array;
  /** Sorted by `start`; each function owns code[start, end). */
  readonly functions: readonly FunctionInfo[];
  readonly types: readonly TypeInfo[];
  readonly globals: readonly Variable[];
  /** Words of global storage, string literals included. */
  readonly globalWords: number;
  /** Initial content of global storage: string literals and constants; the rest is zero, as static storage is in C++. */
  readonly globalImage: Int32Array;
  /** Words of global storage that lie behind an array or a string literal: who touches one has left it. */
  readonly guards: Int32Array;
  /** Words at the start of global storage that are constants (literals): never written, never shown. */
  readonly constantWords: number;
  /** Index into functions: runs global constructors, then main, then global destructors. Thread 0 starts here. */
  readonly entry: number;
  /** Indices of functions whose value the code or a vtable has: threads and calls through a value run no others. */
  readonly valued: ReadonlySet<number>;
  readonly sources: readonly Source[];
  /** Parallel, sorted by pc: the span of instruction pcs[i] is spans[i]; an instruction without a row has the span of the row before it. */
  readonly spans: {
    readonly pcs: Int32Array;
    readonly file: Int32Array;
    readonly start: Int32Array;
    readonly end: Int32Array;
  };
  /** Texts by index, for ASSERT, TERMINATE and PRINT. */
  readonly texts: readonly string[];
  readonly unwinding: Unwinding;
  /** Names for threads started by the instruction at a user pc: `std::thread worker(f)` gives [pc, 'worker']. */
  readonly threadNames: readonly (readonly [pc: number, name: string])[];
  /** What asserts compare: to tell what the sides were when one fails. */
  readonly comparisons: readonly Comparison[];
}

/** A comparison that decides an assert: right before `pc` both sides stand on the operand stack, of `words` each. */
export interface Comparison {
  readonly pc: number;
  /** The instruction that stops the program where the assert fails. */
  readonly trap: number;
  readonly words: 1 | 2;
  readonly left: Side;
  readonly right: Side;
}

/** `type` is that of the expression before it was converted for the comparison; of an object, whose address stands there, a reference. */
export interface Side {
  readonly span: Span;
  readonly type: TypeId;
  /** A literal needs not be told. */
  readonly literal: boolean;
}

/** Words at the beginning of an exception object: count of owners, index into `Unwinding.thrown`, and functions of the library's. */
export const EXCEPTION_WORDS = 5;
export const EXCEPTION_TYPE = 1;
/** Address of what what() said, once nobody caught it; 0 where it has none. */
export const EXCEPTION_WHAT = 4;

/**
 * Where control goes when an exception leaves a call: tables, so that code that throws nothing costs nothing. A call has at most one
 * handler around it, and that one has an outer one. To land at a handler, the frame's operands are dropped and the exception is
 * pushed; for a catch, also the address of what it catches. A cleanup ends in RESUME, which stands in the handler around it.
 */
export interface Unwinding {
  /** Parallel, sorted by pc: the handler around the CALL, CALLPTR or RESUME at calls[i]. */
  readonly calls: Int32Array;
  readonly around: Int32Array;
  readonly handlers: readonly Handler[];
  /** Names of the types that are thrown. */
  readonly thrown: readonly string[];
  /** Row per thrown type, column per caught type: words from the object to the part that is caught; -1 if it is not. */
  readonly conversions: Int32Array;
  readonly caughtTypes: number;
}
export interface Handler {
  readonly kind: 'cleanup' | 'catch' | 'noexcept';
  /** pc where it begins. */
  readonly pad: number;
  /** Of a catch: column of `conversions`; -1 for `catch (...)`. */
  readonly caught: number;
  /** The handler around this one in the same function, or -1. */
  readonly outer: number;
}
export const NO_UNWINDING: Unwinding = {
  calls: new Int32Array(),
  around: new Int32Array(),
  handlers: [],
  thrown: [],
  conversions: new Int32Array(),
  caughtTypes: 0,
};

/** Threads of a run at most: parts of the storage of thread_local variables. */
export const MOST_THREADS = 64;

export interface FunctionInfo {
  /** As a person writes it, with its class: 'DcpProducer::closeAllStreams', 'main', 'lambda in main'. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Words of arguments on the operand stack at CALL, `this` first. */
  readonly argWords: number;
  /** Words of the frame before its operand stack: arguments, FRAME_HEADER words, locals. */
  readonly frameWords: number;
  /** Words returned on the operand stack: 0, 1 or 2. Classes return through a hidden first argument. */
  readonly resultWords: number;
  /** Arguments and locals with the code range in which each is alive. */
  readonly locals: readonly Local[];
  readonly library: boolean;
}

export interface Variable {
  readonly name: string;
  readonly type: TypeId;
  /** Word offset in global storage, or in the frame. */
  readonly offset: number;
}
export interface Local extends Variable {
  /** Where its initialisation begins: from here on what is done to its words is done to it. */
  readonly begin: number;
  /** Where it is there for the program: it is initialised. */
  readonly from: number;
  readonly to: number;
  /** 'this', argument, variable, or a temporary the user did not name. */
  readonly role: 'this' | 'argument' | 'variable' | 'temporary';
}

/** What the type of a block begins with that has the variables of a coroutine. */
export const FRAME_OF = 'coroutine frame of';

/** What a run of words means. Sizes are in words; `bytes` is sizeof in the Itanium C++ ABI, for reports only. */
export type TypeInfo = { readonly words: number; readonly bytes: number; readonly name: string } & (
  | { readonly kind: 'bool' | 'char' | 'void' }
  /** 32 bits or fewer in one word, 64 bits in two words, low word first. Bit-fields have any number. */
  | { readonly kind: 'int'; readonly signed: boolean; readonly bits: number }
  /** IEEE 754: binary32 in one word, binary64 in two, low word first. */
  | { readonly kind: 'float'; readonly bits: 32 | 64 }
  | { readonly kind: 'enum'; readonly enumerators: readonly (readonly [value: number, name: string])[] }
  | { readonly kind: 'pointer'; readonly to: TypeId }
  | { readonly kind: 'reference'; readonly to: TypeId }
  /** A pointer to code: index into functions + 1; 0 is null. */
  | { readonly kind: 'function' }
  | { readonly kind: 'array'; readonly of: TypeId; readonly length: number }
  /** `library` is the name of the std template or class it comes from ('vector', 'shared_ptr', 'mutex'), '' for the user's own. */
  | {
      readonly kind: 'class';
      readonly library: string;
      readonly args: readonly TypeId[];
      readonly fields: readonly Variable[];
      /** Words of an object that point to tables of virtual functions (Itanium C++ ABI); no fields. */
      readonly vptrs: readonly number[];
      /** A lambda's closure: fields are captures. */
      readonly lambda: boolean;
    }
);
