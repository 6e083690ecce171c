/** Names, and types as they are written. */
import type { Span } from '../../bytecode/program';
import type { ClassDecl, Param } from './declarations';
import type { Expr } from './expressions';
import type { Node } from './node';

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
  /** `first`: the class that `struct S` mentions for the first time, not where it can be declared. */
  | (Node & {
      readonly kind: 'named';
      readonly name: Name;
      readonly isConst: boolean;
      readonly first?: ClassDecl;
    })
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
  | 'wchar_t'
  | 'char8_t'
  | 'char16_t'
  | 'char32_t'
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
