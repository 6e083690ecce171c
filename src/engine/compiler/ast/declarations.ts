/** Declarations ([dcl.dcl]), classes and templates. */
import type { Span } from '../../bytecode/program';
import type { Expr } from './expressions';
import type { Node } from './node';
import type { BlockStmt, Handler } from './statements';
import type { Name, NamePart, TemplateArg, TypeNode } from './types';

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
