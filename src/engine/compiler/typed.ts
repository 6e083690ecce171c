/**
 * The typed tree between check and lower: every name resolved, every conversion, temporary, constructor and destructor written out.
 * An expression is a value (scalars: its words on the operand stack), a place (its address), or a class prvalue (constructs into an
 * address that the context gives).
 */
import type { Span } from '../bytecode/program';
import type { Scope } from './check/scope';
import type { ClassInfo, FunctionEntity, TemplateValue, Type } from './check/types';

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly offset: number;
  /** Writable through a const object. */
  readonly isMutable: boolean;
}

/** A variable in a frame. */
export interface LocalVar {
  name: string;
  /** A reference's slot holds an address. */
  readonly type: Type;
  readonly owner: Fn;
  readonly role: 'this' | 'argument' | 'variable' | 'temporary';
  /** Its address is taken, or a reference is bound to it: it lives in memory that others may see. Classes and arrays always. */
  addressed: boolean;
  /** By-value class arguments live in the caller's frame: the slot holds their address. */
  readonly indirect: boolean;
  /** What every read of it gives: a const number whose value the compiler knows; null otherwise. */
  constant: Ex | null;
  /** Destructor to run when the storage ends; null for trivial types, references and indirect arguments. */
  destroy: Fn | null;
  /** Points to the items of an array whose length the program computes: sizeof asks for theirs. */
  isVariableLength?: true;
  /** Frame offset; set by lower. */
  slot: number;
}
export interface GlobalVar {
  readonly name: string;
  readonly type: Type;
  /** Set by lower. */
  offset: number;
  readonly init: Ex | null;
  /** Of a static local that its function's first call initialises: what says whether it has. */
  readonly guard: GlobalVar | null;
  /** Every thread has its own. */
  readonly threadLocal: boolean;
  /** Of a thread_local variable that a thread's first use initialises: gives its address. */
  accessor?: Fn;
  /** False for a thread_local variable of the headers that nobody asks for: it takes no storage. */
  used: boolean;
  readonly library: boolean;
  readonly span: Span;
}

/** A function that can be called: an instance of a FunctionEntity, a lambda's operator(), or one the compiler made. */
export interface Fn {
  readonly name: string;
  readonly entity: FunctionEntity | null;
  readonly cls: ClassInfo | null;
  /** `this` first (when it is a member), then the rest. */
  params: LocalVar[];
  /** Declared parameter types, without `this`. */
  paramTypes: Type[];
  /** null until an `auto` result is deduced. */
  result: Type | null;
  hasThis: boolean;
  isConst: boolean;
  body: Stm | null;
  state: 'declared' | 'checking' | 'checked';
  /** Checks the body on first use. */
  check: () => void;
  readonly library: boolean;
  /** An exception that would leave it ends the program. */
  readonly noexcept: boolean;
  readonly span: Span;
  /** Index in Program.functions; set by lower. */
  index: number;
  /** Of the step of a coroutine (check/coroutines.ts): its variables are in a frame on the heap. */
  coroutine?: Coroutine;
  /** Of an instance: the scope with its template arguments, which its default arguments see. */
  scope?: Scope;
  /** Who asked for it first, null for what stands outside of functions, and where. */
  firstUse?: { readonly by: Fn | null; readonly span: Span };
  /** Calls the function of this name that the object's class has (check/thunks.ts); made when it is needed. */
  virtualCall?: Fn;
  /** Whether an exception may leave it (check/nothrow.ts); known once it was asked. */
  mayThrow?: boolean;
}
/** `frame`: the parameter that points to it; `self`: where `this` is kept, of a member function. */
export interface Coroutine {
  readonly frame: LocalVar;
  readonly promise: LocalVar;
  readonly self: LocalVar | null;
}

/** Functions of one name, of which the context takes one ([over.over]). */
export interface OverloadSet {
  readonly list: readonly FunctionEntity[];
  /** Template arguments that are written out. */
  readonly explicit: readonly TemplateValue[] | null;
}

/** l: a named place. x: a place about to expire (std::move). p: a value. */
export type Category = 'l' | 'x' | 'p';

export interface Typed {
  /** Never a reference. */
  readonly type: Type;
  readonly cat: Category;
  readonly span: Span;
}
export type Ex = Typed &
  (
    | { readonly k: 'const'; readonly low: number; readonly high: number }
    | { readonly k: 'string'; readonly text: string }
    | { readonly k: 'function'; readonly fn: Fn; readonly set?: OverloadSet }
    /** The address of a class's table of virtual functions. */
    | { readonly k: 'vtable'; readonly cls: ClassInfo }
    // places
    | { readonly k: 'local'; readonly v: LocalVar }
    | { readonly k: 'global'; readonly g: GlobalVar }
    /** The place a pointer (or reference) value designates. `check`: a null here is a finding, even before it is touched. */
    | { readonly k: 'deref'; readonly pointer: Ex; readonly check: boolean }
    | { readonly k: 'field'; readonly object: Ex; readonly offset: number; readonly name: string }
    | { readonly k: 'element'; readonly array: Ex; readonly index: Ex; readonly length: number }
    /** A temporary made a place; destroyed at the end of the full expression. */
    | { readonly k: 'temporary'; readonly v: LocalVar; readonly init: Ex }
    | { readonly k: 'assign'; readonly place: Ex; readonly value: Ex }
    | {
        readonly k: 'opAssign';
        readonly place: Ex;
        readonly op: BinaryOp;
        readonly value: Ex;
        readonly at: Type;
      }
    | { readonly k: 'preStep'; readonly place: Ex; readonly by: number }
    /** memberwise copy of a trivially copyable class */
    | { readonly k: 'copy'; readonly to: Ex; readonly from: Ex }
    // values
    | { readonly k: 'load'; readonly place: Ex }
    | { readonly k: 'addressOf'; readonly place: Ex }
    | { readonly k: 'postStep'; readonly place: Ex; readonly by: number }
    | { readonly k: 'unary'; readonly op: '-' | '~' | '!'; readonly arg: Ex }
    | { readonly k: 'binary'; readonly op: BinaryOp; readonly left: Ex; readonly right: Ex }
    | { readonly k: 'pointerAdd'; readonly pointer: Ex; readonly index: Ex; readonly negate: boolean }
    | { readonly k: 'pointerDiff'; readonly left: Ex; readonly right: Ex }
    | { readonly k: 'logical'; readonly op: '&&' | '||'; readonly left: Ex; readonly right: Ex }
    | { readonly k: 'conditional'; readonly cond: Ex; readonly then: Ex; readonly else: Ex }
    | { readonly k: 'comma'; readonly left: Ex; readonly right: Ex }
    | { readonly k: 'convert'; readonly arg: Ex }
    /**
     * A call; class results construct into the context's address (hidden first argument). Arguments are values or addresses.
     * `rightFirst`: an assignment by operator function, whose right side comes before its left.
     */
    | { readonly k: 'call'; readonly fn: Fn; readonly args: readonly Ex[]; readonly rightFirst?: boolean }
    | { readonly k: 'callPointer'; readonly callee: Ex; readonly args: readonly Ex[] }
    | {
        readonly k: 'callVirtual';
        readonly cls: ClassInfo;
        readonly slot: number;
        readonly fn: Fn;
        readonly args: readonly Ex[];
        readonly rightFirst?: boolean;
      }
    /** One instruction: arguments are pushed, then the opcode with its operands. */
    | {
        readonly k: 'op';
        readonly opcode: number;
        readonly operands: readonly (number | OperandType)[];
        readonly args: readonly Ex[];
      }
    | { readonly k: 'print'; readonly format: string; readonly args: readonly Ex[] }
    /** `ok` false: the program ends with a finding (fault, text). */
    /** `question`: the condition is that of a question, which is no part of the program: it is read at once, holding this. */
    | {
        readonly k: 'assert';
        readonly cond: Ex;
        readonly fault: number;
        readonly text: string;
        readonly question?: GlobalVar | null;
      }
    /** Constructs into a place, as an expression without a value. */
    | { readonly k: 'initialize'; readonly place: Ex; readonly init: Ex }
    /** In storage of its own from the heap, or in what `storage` points to; heap storage is given back if construction throws. */
    | {
        readonly k: 'new';
        readonly init: Ex | null;
        readonly of: Type;
        readonly storage: { readonly pointer: Ex; readonly owned: boolean } | null;
      }
    /** A call that never returns; of the type that is wanted where it stands. */
    | { readonly k: 'throw'; readonly call: Ex }
    /** The number of a type that is thrown. */
    | { readonly k: 'thrownType'; readonly of: Type }
    /** A place: the type's std::type_info. */
    | { readonly k: 'typeInfo'; readonly of: Type }
    // class prvalues
    /** fn's hidden `this` is the context's address. */
    | { readonly k: 'construct'; readonly fn: Fn; readonly args: readonly Ex[] }
    /** Each part into address + offset, in order; parts not named are zeroed when `zero`. */
    | {
        readonly k: 'aggregate';
        readonly parts: readonly Part[];
        readonly zero: boolean;
      }
    /** A prvalue copied word by word from a place (trivial copy). */
    | { readonly k: 'bitCopy'; readonly from: Ex }
    /** The same constructor for each of n elements. */
    | { readonly k: 'fill'; readonly count: number; readonly of: Type; readonly init: Ex }
    | { readonly k: 'nothing'; readonly set?: OverloadSet }
    /** A frame on the heap for a coroutine that steps by `of`. */
    | { readonly k: 'newFrame'; readonly of: Fn }
    /**
     * `awaiter` is bound to the address `from`. Not `ready`: the coroutine stops, `suspend` gives the one to go on with; once it goes on
     * itself, and where it did not stop, the value is `resume`.
     */
    | {
        readonly k: 'await';
        readonly awaiter: LocalVar;
        readonly from: Ex;
        readonly ready: Ex;
        readonly suspend: Ex;
        readonly resume: Ex;
        readonly final: boolean;
      }
    /** The global objects end, as they do behind main. */
    | { readonly k: 'endStatics' }
  );
/** `destroy`: what ends it if a later part throws. */
export interface Part {
  readonly offset: number;
  readonly init: Ex;
  readonly destroy?: Fn | null;
}
/** An operand that is known only when types are numbered: the TypeId of a type. */
export interface OperandType {
  readonly typeId: Type;
}
export type BinaryOp =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>=';

export type Stm = { readonly span: Span } & (
  | { readonly k: 'expr'; readonly e: Ex }
  /** Storage begins and is initialised; at the end of the block it is destroyed. A reference holds init's address. */
  | { readonly k: 'var'; readonly v: LocalVar; readonly init: Ex | null; readonly threadName: string }
  /** Constructs into the object at the address (member and base initializers). */
  /** `undo`: what takes it back if what follows in its scope throws. */
  | { readonly k: 'init'; readonly place: Ex; readonly init: Ex; readonly undo?: Ex | null }
  /** A coroutine's promise: its place in the frame is always the same. */
  | { readonly k: 'promise'; readonly v: LocalVar; readonly init: Ex | null }
  /** A coroutine stops here before it has begun. */
  | { readonly k: 'suspended' }
  | { readonly k: 'try'; readonly body: Stm; readonly clauses: readonly CatchClause[] }
  /** `undo` is evaluated if the body throws. */
  | { readonly k: 'guarded'; readonly body: Stm; readonly undo: Ex }
  | { readonly k: 'block'; readonly body: readonly Stm[]; readonly end: Span }
  /** Several statements in the scope that is open. */
  | { readonly k: 'group'; readonly body: readonly Stm[] }
  | { readonly k: 'if'; readonly cond: Ex; readonly then: Stm; readonly else: Stm | null }
  /** while, do and for: `step` runs before the next test. `before`: test first. */
  | {
      readonly k: 'loop';
      readonly cond: Ex | null;
      readonly body: Stm;
      readonly step: Ex | null;
      readonly testFirst: boolean;
    }
  /** A while or for whose condition declares a variable: it is made anew in each round. */
  | {
      readonly k: 'loopDecl';
      readonly decl: Stm;
      readonly cond: Ex;
      readonly body: Stm;
      readonly step: Ex | null;
    }
  | {
      readonly k: 'switch';
      readonly value: Ex;
      readonly cases: readonly { readonly value: bigint | null; readonly at: number }[];
      readonly body: readonly Stm[];
      readonly end: Span;
    }
  /** The end of a thread: its thread_local objects are destroyed. */
  | { readonly k: 'threadExit' }
  /** A place in its block, and a jump to one in this block or one around it. */
  | { readonly k: 'label' | 'goto'; readonly id: string }
  | { readonly k: 'break' }
  | { readonly k: 'continue' }
  /** A class result constructs into the caller's address; a reference returns an address. */
  | { readonly k: 'return'; readonly value: Ex | null }
  | { readonly k: 'destroy'; readonly fn: Fn; readonly place: Ex }
);
/**
 * `caught` null: any exception. The variables get the exception object and the address of what is caught of it. `escapes`: what its body
 * throws leaves the function past what stands around the try.
 */
export interface CatchClause {
  readonly caught: Type | null;
  readonly exception: LocalVar;
  readonly object: LocalVar;
  readonly body: Stm;
  readonly escapes: boolean;
  readonly span: Span;
}
