/**
 * Semantic types: interned, so that two types are the same exactly when they are the same object.
 * A const type is its own object whose `plain` is the unqualified one.
 */
import { assert } from '../../../base/assert';
import type { ClassDecl, FunctionDecl, TemplateDecl } from '../ast';
import type { Ex, Field, Fn } from '../typed';
import type { Scope } from './scope';

export type Type =
  | (Common & { readonly kind: 'void' | 'bool' | 'nullptr' })
  /** `declared`: of a bit-field, the type it is declared with and its values have outside of it. */
  | (Common & {
      readonly kind: 'int';
      readonly bits: number;
      readonly signed: boolean;
      readonly declared?: Type;
    })
  | (Common & { readonly kind: 'float'; readonly bits: 32 | 64 })
  | EnumType
  | (Common & { readonly kind: 'pointer'; readonly to: Type })
  | ReferenceType
  | ArrayType
  | FunctionType
  /** Pointer to a member: a function value, called with an object; of a data member its offset + 1. */
  | (Common & { readonly kind: 'memberPointer'; readonly of: ClassInfo; readonly to: Type })
  | ClassType;

interface Common {
  /** As a person writes it; also the interning key. */
  readonly key: string;
  readonly isConst: boolean;
  /** This type without const. */
  readonly plain: Type;
}
export type ReferenceType = Common & {
  readonly kind: 'reference';
  readonly to: Type;
  readonly rvalue: boolean;
};
export type ArrayType = Common & { readonly kind: 'array'; readonly of: Type; readonly length: number };
export type FunctionType = Common & {
  readonly kind: 'function';
  readonly result: Type;
  readonly params: readonly Type[];
};
export type ClassType = Common & { readonly kind: 'class'; readonly info: ClassInfo };
export type EnumType = Common & { readonly kind: 'enum'; readonly info: EnumInfo };

export interface EnumInfo {
  readonly name: string;
  readonly scoped: boolean;
  /** The type of whole numbers whose values it has; of one that does not say, known when its enumerators are. */
  underlying: Type;
  readonly enumerators: [bigint, string][];
  /** Where it is declared. */
  readonly scope: Scope;
}

/** A class, or one instance of a class template. Filled in two steps: declared when named, completed when its layout is needed. */
export interface ClassInfo {
  readonly name: string;
  /** Name of the std class it comes from, '' for the user's. */
  readonly library: string;
  readonly args: readonly TemplateValue[];
  readonly template: ClassTemplate | null;
  decl: ClassDecl | null;
  readonly scope: Scope;
  readonly type: ClassType;
  readonly isLambda: boolean;
  state: 'declared' | 'completing' | 'complete';
  /** The direct bases, as declared. The first with virtual functions stands at offset 0 and shares its table. */
  readonly bases: Base[];
  readonly fields: Field[];
  /** Words and, for reports, the bytes and alignment an LP64 compiler would give. */
  words: number;
  bytes: number;
  /** Where its last bit-field ends, in bits; the words of the machine are not packed. */
  bitEnd: number;
  align: number;
  constructors: FunctionEntity[];
  destructor: FunctionEntity | null;
  /** Virtual functions in slot order: the final overrider's entity. Empty when the class has no vtable. */
  readonly vtable: { readonly name: string; entity: FunctionEntity }[];
  /** The tables of the other bases with virtual functions, as its objects have them. */
  readonly tables: BaseTable[];
  /** What each slot calls, once objects of the class are made; null for a destructor that does nothing. */
  slots: (Fn | null)[];
  /** Of a table for a base: words from the start of the object to that base. */
  readonly topOffset: number;
  /** Compiler-made members by role, made when first needed. */
  readonly implicit: Map<string, Fn | null>;
}

export interface AliasTemplate {
  readonly kind: 'aliasTemplate';
  readonly decl: TemplateDecl;
  readonly scope: Scope;
}
export interface Base {
  readonly info: ClassInfo;
  /** In words, from the start of the derived class. */
  readonly offset: number;
}
export interface BaseTable extends Base {
  readonly vtable: { readonly name: string; entity: FunctionEntity }[];
  /** The class again, with this table and what its slots call; null until objects of it are made. */
  made: ClassInfo | null;
}
/** What a template parameter stands for: a type, a constant, a template, or a pack of them. */
export type TemplateValue =
  | { readonly kind: 'type'; readonly type: Type }
  /** `place`: what it designates or points to, a function or a variable; the value is then a number that nothing else has. */
  | { readonly kind: 'value'; readonly value: bigint; readonly type: Type; readonly place?: Ex }
  | { readonly kind: 'template'; readonly entity: ClassTemplate | AliasTemplate }
  | { readonly kind: 'pack'; readonly items: readonly TemplateValue[] };

export interface ClassTemplate {
  readonly kind: 'classTemplate';
  readonly name: string;
  readonly decl: TemplateDecl;
  readonly scope: Scope;
  readonly library: boolean;
  readonly specializations: TemplateDecl[];
  readonly instances: Map<string, ClassInfo>;
  /** Deduction guides, as functions that give the class. */
  readonly guides: FunctionEntity[];
  /** Out-of-class member definitions: `template <class T> void Q<T>::f() {…}` */
  readonly definitions: TemplateDecl[];
}

/** A function or function template as declared; `Fn`s are its instances. */
export interface FunctionEntity {
  readonly name: string;
  decl: FunctionDecl;
  /** The template's parameters with their declaration, or null for an ordinary function. */
  readonly template: TemplateDecl | null;
  /** Names its body sees: namespace, class, template arguments of the class. */
  readonly scope: Scope;
  readonly cls: ClassInfo | null;
  readonly library: boolean;
  readonly instances: Map<string, Fn>;
  isVirtual: boolean;
}

const make = <T extends object>(parts: T): T & { plain: Type; isConst: false } => {
  const t = { ...parts, isConst: false } as T & { plain: Type; isConst: false };
  (t as { plain: unknown }).plain = t;
  return t;
};
const integer = (key: string, bits: 8 | 16 | 32 | 64, signed: boolean): Type =>
  make({ kind: 'int' as const, key, bits, signed });

export const VOID: Type = make({ kind: 'void' as const, key: 'void' });
export const BOOL: Type = make({ kind: 'bool' as const, key: 'bool' });
export const NULLPTR: Type = make({ kind: 'nullptr' as const, key: 'std::nullptr_t' });
export const CHAR = integer('char', 8, true);
export const SCHAR = integer('signed char', 8, true);
export const UCHAR = integer('unsigned char', 8, false);
export const WCHAR = integer('wchar_t', 32, true);
export const CHAR8 = integer('char8_t', 8, false);
export const CHAR16 = integer('char16_t', 16, false);
export const CHAR32 = integer('char32_t', 32, false);
/** Those that literals of characters have ([basic.fundamental]/11). */
export const isCharacter = (t: Type): boolean => CHARACTERS.has(t.plain);
const CHARACTERS: ReadonlySet<Type> = new Set([CHAR, WCHAR, CHAR8, CHAR16, CHAR32]);
export const SHORT = integer('short', 16, true);
export const USHORT = integer('unsigned short', 16, false);
export const INT = integer('int', 32, true);
export const UINT = integer('unsigned', 32, false);
export const LONG = integer('long', 64, true);
export const ULONG = integer('unsigned long', 64, false);
export const LLONG = integer('long long', 64, true);
export const ULLONG = integer('unsigned long long', 64, false);
export const FLOAT: Type = make({ kind: 'float' as const, key: 'float', bits: 32 as const });
export const DOUBLE: Type = make({ kind: 'float' as const, key: 'double', bits: 64 as const });

const bitFields = new Map<string, Type>();
/** A bit-field's type: narrower than what it is declared with. */
export function bitField(t: Type, bits: number): Type {
  if (t.kind !== 'int' || bits >= t.bits) return t.plain;
  const key = `${t.key}:${bits}`;
  let made = bitFields.get(key);
  if (made === undefined) {
    made = make({ kind: 'int' as const, key: t.key, bits, signed: t.signed, declared: t.plain });
    bitFields.set(key, made);
  }
  return made;
}

const consts = new WeakMap<Type, Type>();
const pointers = new WeakMap<Type, Type>();
const lvalueRefs = new WeakMap<Type, ReferenceType>();
const rvalueRefs = new WeakMap<Type, ReferenceType>();
const arrays = new WeakMap<Type, Map<number, ArrayType>>();

function cached<K extends object, V>(cache: WeakMap<K, V>, key: K, makeIt: () => V): V {
  let v = cache.get(key);
  if (v === undefined) {
    v = makeIt();
    cache.set(key, v);
  }
  return v;
}

export function constOf(t: Type): Type {
  if (t.isConst || t.kind === 'reference' || t.kind === 'function') return t;
  if (t.kind === 'array') return arrayOf(constOf(t.of), t.length);
  return cached(
    consts,
    t,
    () =>
      ({
        ...t,
        key: t.kind === 'pointer' ? `${t.key} const` : `const ${t.key}`,
        isConst: true,
        plain: t,
      }) as Type,
  );
}
export const withConst = (t: Type, isConst: boolean): Type => (isConst ? constOf(t) : t);
export const pointerTo = (to: Type): Type =>
  cached(pointers, to, () => make({ kind: 'pointer' as const, key: `${to.key}*`, to }) as Type);
/** Collapses: a reference to a reference is an lvalue reference unless both are rvalue references. */
export function referenceTo(to: Type, rvalue: boolean): Type {
  if (to.kind === 'reference') return rvalue ? to : referenceTo(to.to, false);
  return cached(
    rvalue ? rvalueRefs : lvalueRefs,
    to,
    () =>
      make({
        kind: 'reference' as const,
        key: `${to.key}${rvalue ? '&&' : '&'}`,
        to,
        rvalue,
      }) as ReferenceType,
  );
}
export function arrayOf(of: Type, length: number): Type {
  const by = cached(arrays, of, () => new Map<number, ArrayType>());
  let t = by.get(length);
  if (t === undefined) {
    t = make({
      kind: 'array' as const,
      key: length === 0 ? `${of.key}[]` : `${of.key}[${length}]`,
      of,
      length,
    }) as ArrayType;
    by.set(length, t);
  }
  return t;
}
/** Function types that begin alike: the one that ends here, and those that go on, by their next parameter. */
interface Signatures {
  type: FunctionType | null;
  readonly longer: WeakMap<Type, Signatures>;
}
const signatures = (): Signatures => ({ type: null, longer: new WeakMap() });

// Weak at each step: a built-in type outlives every program, and must not keep the classes of all that were compiled.
const functions = new WeakMap<Type, Signatures>();
export function functionType(result: Type, params: readonly Type[]): FunctionType {
  const at = params.reduce(
    (known, param) => cached(known.longer, param, signatures),
    cached(functions, result, signatures),
  );
  at.type ??= make({
    kind: 'function' as const,
    key: `${result.key} (${params.map((p) => p.key).join(', ')})`,
    result,
    params,
  }) as FunctionType;
  return at.type;
}
const memberPointers = new WeakMap<ClassInfo, WeakMap<Type, Type>>();
export const memberPointerTo = (of: ClassInfo, to: Type): Type =>
  cached(
    cached(memberPointers, of, () => new WeakMap<Type, Type>()),
    to,
    () => newMemberPointer(of, to),
  );
const newMemberPointer = (of: ClassInfo, to: Type): Type =>
  make({
    kind: 'memberPointer' as const,
    key:
      to.kind === 'function'
        ? `${to.result.key} (${of.name}::*)(${to.params.map((p) => p.key).join(', ')})`
        : `${to.key} ${of.name}::*`,
    of,
    to,
  });
export const classType = (key: string): ClassType =>
  make({ kind: 'class' as const, key, info: null as unknown as ClassInfo }) as ClassType;
export const enumType = (info: EnumInfo): EnumType =>
  make({ kind: 'enum' as const, key: info.name, info }) as EnumType;

/** The type an expression of type t has: no reference. */
export const dereferenced = (t: Type): Type => (t.kind === 'reference' ? t.to : t);
/** Decay, as for a by-value parameter or `auto`: no reference, no const, arrays and functions become pointers. */
export function decay(t: Type): Type {
  const u = dereferenced(t);
  if (u.kind === 'array') return pointerTo(u.of);
  if (u.kind === 'function') return pointerTo(u);
  return u.kind === 'int' && u.declared !== undefined ? u.declared : u.plain;
}

/** Words of storage of a complete type. */
export function wordsOf(t: Type): number {
  switch (t.kind) {
    case 'void':
      return 0;
    case 'int':
    case 'float':
    case 'enum':
      return isWide(t) ? 2 : 1;
    case 'array':
      return t.length * wordsOf(t.of);
    case 'class':
      // Else it has none yet, and a life of no words would begin in silence.
      assert(t.info.state === 'complete', `${t.info.name} is laid out before it is measured`);
      return t.info.words;
    default:
      return 1;
  }
}
/** Words that are kept free behind a variable, so that who goes past its end is seen. */
export const guardOf = (t: Type): number => (t.kind === 'array' ? 1 : 0);
/** Whether it is known how many words an object has: a class is laid out when something asks for it. */
export const isLaidOut = (t: Type): boolean =>
  t.kind === 'class' ? t.info.state === 'complete' : t.kind !== 'array' || isLaidOut(t.of);

/** sizeof and alignof under the Itanium C++ ABI on LP64, for reports and `sizeof` only. */
export function bytesOf(t: Type): { size: number; align: number } {
  switch (t.kind) {
    case 'void':
    case 'bool':
      return { size: 1, align: 1 };
    case 'int':
      if (t.declared !== undefined) return bytesOf(t.declared);
      return { size: t.bits / 8, align: t.bits / 8 };
    case 'float':
      return { size: t.bits / 8, align: t.bits / 8 };
    case 'enum':
      return bytesOf(t.info.underlying);
    case 'array': {
      const e = bytesOf(t.of);
      return { size: e.size * t.length, align: e.align };
    }
    case 'class':
      return { size: t.info.bytes, align: t.info.align };
    default:
      return { size: 8, align: 8 };
  }
}

export const isScalar = (t: Type): boolean =>
  t.kind !== 'class' && t.kind !== 'array' && t.kind !== 'void' && t.kind !== 'function';
export const isIntegral = (t: Type): boolean => t.kind === 'int' || t.kind === 'bool';
export const isFloat = (t: Type): boolean => t.kind === 'float';
export const isArithmetic = (t: Type): boolean => isIntegral(t) || isFloat(t);
/** Two words as a value. */
export const isWide = (t: Type): boolean =>
  t.kind === 'enum' ? isWide(t.info.underlying) : (t.kind === 'int' || t.kind === 'float') && t.bits === 64;
export const isUnsigned = (t: Type): boolean =>
  t.kind === 'enum'
    ? isUnsigned(t.info.underlying)
    : (t.kind === 'int' && !t.signed) || t.kind === 'pointer' || t.kind === 'bool';
/** An enumeration as the whole numbers that its values are. */
export const asNumber = (t: Type): Type => (t.kind === 'enum' ? t.info.underlying : t);
/** [conv.prom] */
export function promoted(t: Type): Type {
  if (t.kind === 'bool' || (t.kind === 'int' && t.bits < 32)) return INT;
  if (t.kind === 'enum' && !t.info.scoped) return promoted(t.info.underlying);
  return t.plain;
}
/** Same type, const aside. */
export const sameType = (a: Type, b: Type): boolean => a.plain === b.plain;

export function derivesFrom(a: ClassInfo, b: ClassInfo): boolean {
  return baseOffset(a, b) >= 0;
}
/** Words from the start of an a to the b that it is; -1 if it is none. */
export function baseOffset(a: ClassInfo, b: ClassInfo): number {
  if (a === b) return 0;
  for (const { info, offset } of a.bases) {
    const inner = baseOffset(info, b);
    if (inner >= 0) return offset + inner;
  }
  return -1;
}
/** The class and all it derives from, nearest first. */
export function lineage(info: ClassInfo): readonly ClassInfo[] {
  const known = lines.get(info);
  if (known !== undefined) return known;
  const made = [info, ...info.bases.flatMap((x) => lineage(x.info))];
  if (info.state === 'complete') lines.set(info, made);
  return made;
}
const lines = new WeakMap<ClassInfo, readonly ClassInfo[]>();
/** Functions for pthread_create are often written as in C, where nobody minds a result that is never set: it is null. */
export const isThreadResult = (t: Type): boolean => t.kind === 'pointer' && t.to === VOID;
