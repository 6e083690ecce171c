/**
 * The syntax tree: what the source says, before names are resolved. Every node carries its exact source span.
 * Built by the parser, read by check. Discriminated by `kind`; a switch over it ends in assertNever.
 */
import type { Span } from '../bytecode/program';

export interface Node {
  readonly span: Span;
}

// ── names and types ────────────────────────────────────────────────────────────────────────────────────────────────

/** `std::vector<int>`: one part per `::`; `args` only where a `<…>` follows. `global` for a leading `::`. */
export interface Name extends Node {
  readonly kind: 'name';
  readonly global: boolean;
  readonly parts: readonly NamePart[];
}
export interface NamePart extends Node {
  /** The identifier; `~T` for a destructor name; `operator()`, `operator==`, `operator bool`… for operator names. */
  readonly id: string;
  readonly args?: readonly TemplateArg[];
  /** Of the first part of `decltype(e)::x`: what stands for the class. */
  readonly of?: TypeNode;
  /** For `operator T()` conversion functions, the target type. */
  readonly conversion?: TypeNode;
}
/** A template argument: a type, a constant expression, or a pack expansion `T...` of a type. */
export type TemplateArg =
  | { readonly kind: 'type'; readonly type: TypeNode; readonly pack: boolean; readonly span: Span }
  | { readonly kind: 'value'; readonly value: Expr; readonly pack: boolean; readonly span: Span };

/** A type as written, outermost first: `const T&` is ref(named T const), `int (*)(long)` is ptr(func). */
export type TypeNode =
  | (Node & { readonly kind: 'named'; readonly name: Name; readonly isConst: boolean })
  /** Built-in combinations, normalised by the parser: 'void', 'bool', 'char', 'short', 'int', 'unsigned', 'long', 'unsigned long', 'double', … */
  | (Node & { readonly kind: 'builtin'; readonly name: Builtin; readonly isConst: boolean })
  /** `constraint`: the concept of `C auto`. */
  | (Node & {
      readonly kind: 'auto';
      readonly isConst: boolean;
      readonly decltypeAuto: boolean;
      readonly constraint?: Name;
    })
  | (Node & { readonly kind: 'decltype'; readonly expr: Expr })
  | (Node & { readonly kind: 'pointer'; readonly to: TypeNode; readonly isConst: boolean })
  | (Node & { readonly kind: 'memberPointer'; readonly of: Name; readonly to: TypeNode })
  | (Node & { readonly kind: 'reference'; readonly to: TypeNode; readonly rvalue: boolean })
  | (Node & { readonly kind: 'array'; readonly of: TypeNode; readonly size: Expr | null })
  | (Node & {
      readonly kind: 'function';
      readonly result: TypeNode;
      readonly params: readonly Param[];
      readonly isConst: boolean;
    })
  /** `T...` in a parameter list of a template. */
  | (Node & { readonly kind: 'pack'; readonly of: TypeNode });

export type Builtin =
  | 'void'
  | 'bool'
  | 'char'
  | 'signed char'
  | 'unsigned char'
  | 'short'
  | 'unsigned short'
  | 'int'
  | 'unsigned'
  | 'long'
  | 'unsigned long'
  | 'long long'
  | 'unsigned long long'
  | 'float'
  | 'double'
  | 'nullptr_t';

// ── expressions ────────────────────────────────────────────────────────────────────────────────────────────────────

export type Expr =
  | (Node & {
      readonly kind: 'int';
      readonly value: bigint;
      readonly suffix: { readonly unsigned: boolean; readonly long: boolean; readonly longLong?: boolean };
    })
  /** `single`: with the suffix f. */
  | (Node & { readonly kind: 'float'; readonly value: number; readonly single: boolean })
  | (Node & { readonly kind: 'char'; readonly value: number })
  | (Node & { readonly kind: 'string'; readonly value: string })
  | (Node & { readonly kind: 'bool'; readonly value: boolean })
  | (Node & { readonly kind: 'nullptr' })
  | (Node & { readonly kind: 'this' })
  /** `10ms`: a literal with a user suffix. */
  | (Node & { readonly kind: 'suffixed'; readonly value: bigint; readonly suffix: string })
  | Name
  /** `-x !x ~x *x &x ++x --x` and postfix `x++ x--` (op 'post++' / 'post--'). */
  | (Node & { readonly kind: 'unary'; readonly op: UnaryOp; readonly arg: Expr })
  /** All binary operators but assignment; `,` included; `&&` and `||` short-circuit; `<=>` is parsed. */
  | (Node & {
      readonly kind: 'binary';
      readonly op: string;
      readonly left: Expr;
      readonly right: Expr;
      readonly opSpan: Span;
    })
  /** `=` and compound assignment (op '=' '+=' …). `right` may be a braced list. */
  | (Node & {
      readonly kind: 'assign';
      readonly op: string;
      readonly left: Expr;
      readonly right: Expr;
      readonly opSpan: Span;
    })
  | (Node & { readonly kind: 'conditional'; readonly cond: Expr; readonly then: Expr; readonly else: Expr })
  /** `f(a, b)`; an argument may be a braced list or a pack expansion. */
  | (Node & { readonly kind: 'call'; readonly callee: Expr; readonly args: readonly Expr[] })
  | (Node & { readonly kind: 'index'; readonly object: Expr; readonly index: Expr })
  /** `a.b`, `a->b`, `a->~T()`, `a.template f<T>()`. `member` is a (possibly qualified) name. */
  | (Node & {
      readonly kind: 'member';
      readonly object: Expr;
      readonly arrow: boolean;
      readonly member: Name;
    })
  /** `a.*p`, `a->*p` */
  | (Node & {
      readonly kind: 'memberPointer';
      readonly object: Expr;
      readonly arrow: boolean;
      readonly pointer: Expr;
    })
  /** `T(a, b)`, `T{a, b}` where T is a type: functional construction. `braced` tells `{}`. */
  | (Node & {
      readonly kind: 'construct';
      readonly type: TypeNode;
      readonly args: readonly Expr[];
      readonly braced: boolean;
    })
  /** `{a, b}` where an initializer or argument stands; `designators` for `{.x = 1}` (parallel to items, else undefined). */
  | (Node & {
      readonly kind: 'braced';
      readonly items: readonly Expr[];
      readonly designators?: readonly string[];
    })
  | (Node & {
      readonly kind: 'cast';
      readonly style: 'c' | 'static' | 'reinterpret' | 'const' | 'dynamic';
      readonly type: TypeNode;
      readonly arg: Expr;
    })
  /** `new T(args)`, `new T{args}`, `new T[n]`; `placement` is the address in `new (p) T(args)`. */
  | (Node & {
      readonly kind: 'new';
      readonly type: TypeNode;
      readonly count: Expr | null;
      readonly args: readonly Expr[];
      readonly braced: boolean;
      /** Parentheses or braces follow: `new T()` is not `new T`. */
      readonly valueInit: boolean;
      readonly placement: Expr | null;
    })
  | (Node & { readonly kind: 'delete'; readonly arg: Expr; readonly array: boolean })
  | (Node & {
      readonly kind: 'lambda';
      readonly captures: readonly Capture[];
      readonly captureDefault: '' | '=' | '&';
      readonly templateParams: readonly TemplateParam[];
      readonly requires: Expr | null;
      readonly params: readonly Param[];
      readonly mutable: boolean;
      readonly result: TypeNode | null;
      readonly body: BlockStmt;
    })
  /** sizeof, alignof and typeid, of a type or an expression. */
  | (Node & {
      readonly kind: 'sizeof' | 'alignof' | 'typeid';
      readonly type: TypeNode | null;
      readonly arg: Expr | null;
    })
  /** `sizeof...(T)` */
  | (Node & { readonly kind: 'sizeofPack'; readonly id: string })
  /** `e...` in an argument list. */
  | (Node & { readonly kind: 'packExpansion'; readonly pattern: Expr })
  /** `(… op e)`, `(e op …)`, `(e op … op init)`. */
  | (Node & {
      readonly kind: 'fold';
      readonly op: string;
      readonly left: Expr | null;
      readonly right: Expr | null;
    })
  /** `co_await e`, `co_yield e` */
  | (Node & { readonly kind: 'await' | 'yield'; readonly arg: Expr })
  | (Node & { readonly kind: 'throw'; readonly arg: Expr | null })
  /** `noexcept(e)`: could it throw? */
  | (Node & { readonly kind: 'noexcept'; readonly arg: Expr })
  /** `requires (T t) {…}`: would all this be taken? */
  | (Node & {
      readonly kind: 'requires';
      readonly params: readonly Param[];
      readonly requirements: readonly Requirement[];
    })
  /** A parenthesised expression is kept, since `(x)` matters to declarations and to diagnostics. */
  | (Node & { readonly kind: 'paren'; readonly inner: Expr });

/** `e;`, `{ e } noexcept -> C;`, `typename T::x;`, `requires e;` */
export type Requirement =
  | (Node & {
      readonly kind: 'expr';
      readonly expr: Expr;
      readonly isNoexcept: boolean;
      readonly result: Name | null;
    })
  | (Node & { readonly kind: 'type'; readonly type: TypeNode })
  | (Node & { readonly kind: 'nested'; readonly expr: Expr });

export type UnaryOp = '-' | '+' | '!' | '~' | '*' | '&' | '++' | '--' | 'post++' | 'post--';

export interface Capture extends Node {
  /** 'this' for `this`, '*this' for `*this`, otherwise the variable's name. */
  readonly id: string;
  readonly byRef: boolean;
  /** `[n = expr]` */
  readonly init: Expr | null;
  readonly pack: boolean;
}

// ── statements ─────────────────────────────────────────────────────────────────────────────────────────────────────

export type Stmt =
  | BlockStmt
  | (Node & { readonly kind: 'expr'; readonly expr: Expr })
  | (Node & { readonly kind: 'decl'; readonly decl: Decl })
  | (Node & {
      readonly kind: 'if';
      readonly isConstexpr: boolean;
      readonly init: Stmt | null;
      readonly cond: Condition;
      readonly then: Stmt;
      readonly else: Stmt | null;
    })
  | (Node & { readonly kind: 'while'; readonly cond: Condition; readonly body: Stmt })
  | (Node & { readonly kind: 'do'; readonly body: Stmt; readonly cond: Expr })
  | (Node & {
      readonly kind: 'for';
      readonly init: Stmt | null;
      readonly cond: Condition | null;
      readonly step: Expr | null;
      readonly body: Stmt;
    })
  | (Node & {
      readonly kind: 'rangeFor';
      readonly init: Stmt | null;
      readonly decl: RangeDecl;
      readonly range: Expr;
      readonly body: Stmt;
    })
  | (Node & {
      readonly kind: 'switch';
      readonly init: Stmt | null;
      readonly cond: Condition;
      readonly body: BlockStmt;
    })
  /** Labels stand as statements inside the switch body: `case e:` (value) or `default:` (null). */
  | (Node & { readonly kind: 'case'; readonly value: Expr | null })
  | (Node & { readonly kind: 'break' })
  | (Node & { readonly kind: 'continue' })
  | (Node & { readonly kind: 'return' | 'coReturn'; readonly value: Expr | null })
  | TryStmt
  | (Node & { readonly kind: 'goto' | 'label'; readonly id: string })
  | (Node & { readonly kind: 'empty' });

export interface TryStmt extends Node {
  readonly kind: 'try';
  readonly body: BlockStmt;
  readonly handlers: readonly Handler[];
}
/** `catch (const E& e) {…}`; `param` is null for `catch (...)`. */
export interface Handler extends Node {
  readonly param: Param | null;
  readonly body: BlockStmt;
}
export interface BlockStmt extends Node {
  readonly kind: 'block';
  readonly body: readonly Stmt[];
  /** Of a function that suspends: see check/coroutines.ts. */
  readonly isCoroutine?: boolean;
  /** The closing brace: where destructors run. */
  readonly end: Span;
}
/** A condition is an expression or a declaration (`if (auto p = w.lock())`). */
export type Condition =
  | (Node & { readonly kind: 'condExpr'; readonly expr: Expr })
  | (Node & { readonly kind: 'condDecl'; readonly decl: VarDecl });

/** `for (auto& x : …)` or `for (auto& [a, b] : …)`: `bindings` set for the second. */
export interface RangeDecl extends Node {
  readonly type: TypeNode;
  readonly id: string;
  readonly idSpan: Span;
  readonly bindings: readonly { readonly id: string; readonly span: Span }[] | null;
}

// ── declarations ───────────────────────────────────────────────────────────────────────────────────────────────────

export type Decl =
  | VarsDecl
  | BindingDecl
  | FunctionDecl
  | ClassDecl
  | EnumDecl
  | NamespaceDecl
  | NamespaceAliasDecl
  | UsingDecl
  | AliasDecl
  | TemplateDecl
  /** `C(T*) -> C<T>;`, mostly in a template. */
  | (Node & {
      readonly kind: 'guide';
      readonly name: Name;
      readonly params: readonly Param[];
      readonly result: TypeNode;
    })
  /** `concept C = e;`, in a template. */
  | (Node & { readonly kind: 'concept'; readonly id: string; readonly value: Expr })
  | (Node & { readonly kind: 'staticAssert'; readonly cond: Expr; readonly message: string })
  /** `decl` only for a friend function defined on the spot; the others say nothing to a compiler that checks no access. */
  | (Node & { readonly kind: 'friend'; readonly decl: FunctionDecl | null })
  | (Node & { readonly kind: 'access'; readonly level: 'public' | 'protected' | 'private' })
  | (Node & { readonly kind: 'emptyDecl' });

/** `int a = 1, *b;`: one VarDecl per declarator, each with its full type. */
export interface VarsDecl extends Node {
  readonly kind: 'vars';
  readonly vars: readonly VarDecl[];
}
export interface VarDecl extends Node {
  readonly id: string;
  readonly idSpan: Span;
  /** Of a specialisation of a variable template: `is_x_v<int>`. */
  readonly args?: readonly TemplateArg[];
  /** Width of a bit-field. */
  readonly bits: Expr | null;
  /** Set for an out-of-class definition `int Foo::count = 0;` */
  readonly qualifier: Name | null;
  readonly type: TypeNode;
  readonly init: Initializer;
  readonly aligned: readonly Expr[];
  readonly storage: {
    readonly isStatic: boolean;
    readonly isConstexpr: boolean;
    readonly isInline: boolean;
    readonly isThreadLocal: boolean;
    readonly isExtern: boolean;
    readonly isMutable: boolean;
  };
}
/** none: `T x;` · copy: `= e` · direct: `(a, b)` · list: `{a, b}` */
export type Initializer =
  | { readonly kind: 'none' }
  | { readonly kind: 'copy'; readonly value: Expr }
  | { readonly kind: 'direct'; readonly args: readonly Expr[]; readonly span: Span }
  | { readonly kind: 'list'; readonly list: Extract<Expr, { kind: 'braced' }> };

/** `auto [a, b] = e;` */
export interface BindingDecl extends Node {
  readonly kind: 'binding';
  readonly type: TypeNode;
  readonly bindings: readonly { readonly id: string; readonly span: Span }[];
  readonly init: Expr;
}

export interface Param extends Node {
  readonly type: TypeNode;
  /** '' when unnamed. */
  readonly id: string;
  readonly idSpan: Span;
  readonly defaultValue: Expr | null;
  /** `Args&&... args`: the type is the pattern, without the dots. */
  readonly pack: boolean;
}

export interface FunctionDecl extends Node {
  readonly kind: 'function';
  /** The last part is the function's own id: 'f', 'Foo' (constructor), '~Foo', 'operator==', 'operator bool'. */
  readonly name: Name;
  readonly role: 'plain' | 'constructor' | 'destructor' | 'conversion';
  /** null for constructors and destructors. */
  readonly result: TypeNode | null;
  readonly params: readonly Param[];
  readonly isConst: boolean;
  readonly isStatic: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly isExplicit: boolean;
  readonly isNoexcept: boolean;
  /** noexcept(false): what only a destructor needs to say. */
  readonly mayThrow: boolean;
  /** `noexcept(e)`, where e is no plain true or false. */
  readonly noexceptIf: Expr | null;
  /** The clause behind the parameters. */
  readonly requires: Expr | null;
  readonly isConstexpr: boolean;
  readonly refQualifier: '' | '&' | '&&';
  /** Constructor initializers: `a(1)`, `b{2}`, `Base(x)`. `pack` for `Bases(x)...`. */
  readonly inits: readonly MemberInit[];
  readonly body: BlockStmt | null;
  /** Of a function-try-block: `f() try {…} catch (…) {…}`. */
  readonly handlers: readonly Handler[];
  readonly special: '' | 'default' | 'delete' | 'pure';
}
export interface MemberInit extends Node {
  readonly name: Name;
  readonly args: readonly Expr[];
  readonly braced: boolean;
  /** `Bases(x)...` */
  readonly pack: boolean;
}

export interface ClassDecl extends Node {
  readonly kind: 'class';
  readonly key: 'class' | 'struct' | 'union';
  /** '' for an anonymous class. For a partial or full specialization the name part has args. */
  readonly name: NamePart | null;
  /** What it is defined in from outside: `struct Widget::Impl {…}`. */
  readonly within: Name | null;
  readonly bases: readonly {
    readonly type: TypeNode;
    readonly access: 'public' | 'protected' | 'private';
    readonly isVirtual: boolean;
    /** `Bases...` */
    readonly pack: boolean;
  }[];
  /** null for a forward declaration. */
  readonly members: readonly Decl[] | null;
  /** `alignas(64)`: what it gives. */
  readonly aligned: readonly Expr[];
}
export interface EnumDecl extends Node {
  readonly kind: 'enum';
  readonly id: string;
  readonly scoped: boolean;
  readonly underlying: TypeNode | null;
  readonly enumerators:
    | readonly { readonly id: string; readonly value: Expr | null; readonly span: Span }[]
    | null;
}
export interface NamespaceDecl extends Node {
  readonly kind: 'namespace';
  /** ['a', 'b'] for `namespace a::b`; [] for an unnamed one. */
  readonly path: readonly string[];
  readonly inline: boolean;
  readonly body: readonly Decl[];
}
/** `namespace chr = std::chrono;` */
export interface NamespaceAliasDecl extends Node {
  readonly kind: 'namespaceAlias';
  readonly id: string;
  readonly target: Name;
}
/** `using std::mutex;` or `using namespace std;` */
export interface UsingDecl extends Node {
  readonly kind: 'using';
  readonly name: Name;
  readonly isNamespace: boolean;
  /** `using enum E;`: each of its enumerators. */
  readonly isEnum: boolean;
  /** `using Ts::f...;` */
  readonly pack: boolean;
}
/** `using A = T;` and `typedef T A;` */
export interface AliasDecl extends Node {
  readonly kind: 'alias';
  readonly id: string;
  readonly type: TypeNode;
}
export interface TemplateDecl extends Node {
  readonly kind: 'template';
  readonly params: readonly TemplateParam[];
  /** The clause behind the parameters. */
  readonly requires: Expr | null;
  /** A class, function, alias, variable or concept. `params` empty for `template <>`. */
  readonly decl: Decl;
}
export type TemplateParam = Node & {
  readonly id: string;
  readonly pack: boolean;
} /** `constraint`: the concept of `template <C T>`. */ & (
    | {
        readonly kind: 'typeParam';
        readonly defaultType: TypeNode | null;
        readonly constraint: Name | null;
      }
    | { readonly kind: 'templateParam'; readonly defaultName: Name | null }
    | { readonly kind: 'valueParam'; readonly type: TypeNode; readonly defaultValue: Expr | null }
  );

/** A whole file. `includes` are the `<…>` names in order, each with its span. */
export interface TranslationUnit {
  readonly includes: readonly { readonly header: string; readonly span: Span }[];
  readonly decls: readonly Decl[];
}
