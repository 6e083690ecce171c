/** Numbers for things the code names: types, texts, string literals, vtables. */

import type { TypeId, TypeInfo, Variable } from '../../bytecode/program';
import { FRAME_OF } from '../../bytecode/program';
import { bytesOf, type ClassInfo, isLaidOut, type Type, wordsOf } from '../check/types';
import type { Fn } from '../typed';
import type { Statics } from './statics';

export class Tables {
  readonly types: TypeInfo[] = [];
  readonly texts: string[] = [];
  /** Functions whose value is somewhere, by index. */
  readonly valued = new Set<number>();
  /** Constant storage: string literals, one character a word, each ended by 0; then vtables. */
  readonly constants: number[] = [];
  /** Words of global storage behind string literals. */
  readonly guards: number[] = [];
  /** Classes whose vtable stands in constant storage, with its offset; filled in when functions are numbered. */
  readonly vtables = new Map<ClassInfo, number>();
  private readonly typeIds = new Map<Type, number>();
  private readonly textIds = new Map<string, number>();
  private readonly strings = new Map<string, number>();

  statics: Statics = { globals: [], globalEnds: new Map(), threadExit: null, exitHandlers: null };
  /** Two words before each vtable say how far its part is from the start of the object, and where the class's type_info is. */
  rtti = false;
  private readonly typeInfos = new Map<Type, number>();
  /** Offset of a type's std::type_info: of its name, then of a list of its bases + 1, each with its offset in the class, ended by 0. */
  typeInfo(t: Type): number {
    return remember(this.typeInfos, t.plain, () => {
      const name = this.string(mangled(t.plain));
      const bases = t.kind === 'class' ? t.info.bases : [];
      const list = bases.flatMap((x) => [this.typeInfo(x.info.type) + 1, x.offset]);
      const at = bases.length === 0 ? 0 : this.constants.push(...list, 0) - list.length - 1;
      return this.constants.push(name, at) - 2;
    });
  }
  /** Words of a thread's own part of global storage. */
  threadWords = 0;
  /** Types that are thrown and types that are caught, by their numbers. */
  readonly thrownTypes: Type[] = [];
  readonly caughtTypes: Type[] = [];
  thrown(t: Type): number {
    return numberOf(this.thrownTypes, t);
  }
  caught(t: Type): number {
    return numberOf(this.caughtTypes, t);
  }

  /** What stands in a word for a function. */
  valueOf(fn: Fn): number {
    this.valued.add(fn.index);
    return fn.index + 1;
  }
  text(s: string): number {
    return remember(this.textIds, s, () => this.texts.push(s) - 1);
  }
  /** Offset in global storage of a string literal. */
  string(s: string): number {
    return remember(this.strings, s, () => {
      const at = this.constants.length;
      for (const c of s) this.constants.push(c.codePointAt(0) ?? 0);
      this.guards.push(this.constants.push(0));
      this.constants.push(0);
      return at;
    });
  }
  vtable(cls: ClassInfo): number {
    return remember(this.vtables, cls, () => {
      if (this.rtti) this.constants.push(0, 0);
      const at = this.constants.length;
      for (const _ of cls.vtable) this.constants.push(0);
      return at;
    });
  }

  type(t: Type): TypeId {
    const known = this.typeIds.get(t.plain);
    if (known !== undefined) return known as TypeId;
    const id = this.types.length;
    this.typeIds.set(t.plain, id);
    this.types.push({ kind: 'void', words: 0, bytes: 0, name: '' });
    this.types[id] = this.describe(t.plain);
    return id as TypeId;
  }
  /** A coroutine's frame: how large it is, and what is in it, is known when its step has been lowered. */
  frameType(step: Fn): TypeId {
    const id = remember(
      this.frames,
      step,
      () => this.types.push({ kind: 'void', words: 0, bytes: 0, name: '' }) - 1,
    );
    return id as TypeId;
  }
  describeFrame(step: Fn, words: number, fields: readonly Variable[]): void {
    const name = `${FRAME_OF} ${publicName(step.name)}`;
    const id = this.frameType(step);
    this.types[id] = {
      kind: 'class',
      words,
      bytes: 4 * words,
      name,
      library: '',
      args: [],
      fields,
      vptrs: [],
      lambda: false,
    };
  }
  private readonly frames = new Map<Fn, number>();
  private describe(t: Type): TypeInfo {
    // One that is only named, as an argument of a template, has none.
    const words = isLaidOut(t) ? wordsOf(t) : 0;
    const base = { words, bytes: bytesOf(t).size, name: publicName(t.key) };
    switch (t.kind) {
      case 'void':
      case 'bool':
        return { ...base, kind: t.kind };
      case 'int':
        return t.key === 'char'
          ? { ...base, kind: 'char' }
          : { ...base, kind: 'int', signed: t.signed, bits: t.bits };
      case 'float':
        return { ...base, kind: 'float', bits: t.bits };
      case 'enum':
        return {
          ...base,
          kind: 'enum',
          enumerators: t.info.enumerators.map(([value, name]) => [Number(value), name]),
        };
      case 'pointer':
        return t.to.kind === 'function'
          ? { ...base, kind: 'function' }
          : { ...base, kind: 'pointer', to: this.type(t.to) };
      case 'reference':
        return { ...base, kind: 'reference', to: this.type(t.to) };
      case 'array':
        return { ...base, kind: 'array', of: this.type(t.of), length: t.length };
      case 'class':
        return {
          ...base,
          kind: 'class',
          library: t.info.library,
          args: t.info.args.flatMap((a) => (a.kind === 'type' ? [this.type(a.type)] : [])),
          fields: this.fields(t.info),
          vptrs: vptrsOf(t.info),
          lambda: t.info.isLambda,
        };
      case 'nullptr':
      case 'function':
      case 'memberPointer':
        return { ...base, kind: 'function' };
    }
  }
  private fields(info: ClassInfo): Variable[] {
    // What an object needs to know of its owners is none of its own members.
    const shown = info.bases.filter((x) => x.info.library !== 'enable_shared_from_this');
    const inherited = shown.flatMap((x) =>
      this.fields(x.info).map((f) => ({ ...f, offset: f.offset + x.offset })),
    );
    return [
      ...inherited,
      ...info.fields
        .filter((f) => f.name !== VPTR)
        .map((f) => ({ name: f.name, type: this.type(f.type), offset: f.offset })),
    ];
  }
}
/** The member that check/classes.ts gives to the first class with virtual functions. */
const VPTR = '__vtable';
const vptrsOf = (info: ClassInfo): number[] => [
  ...info.bases.flatMap((x) => vptrsOf(x.info).map((at) => at + x.offset)),
  ...info.fields.filter((f) => f.name === VPTR).map((f) => f.offset),
];
/** What the library keeps to itself begins with underscores, which say nothing to a reader: `__node<int>` is a node<int>. What a promise and its
 * future share has a name in the standard ([futures.state]). */
export const publicName = (name: string): string =>
  name.replace(/\b__future_state\b/g, 'shared state').replace(/\b__(?=\w)/g, '');

function numberOf(list: Type[], t: Type): number {
  const known = list.indexOf(t);
  return known >= 0 ? known : list.push(t) - 1;
}
const CODES: Readonly<Record<string, string>> = {
  void: 'v',
  bool: 'b',
  char: 'c',
  'signed char': 'a',
  'unsigned char': 'h',
  wchar_t: 'w',
  char8_t: 'Du',
  char16_t: 'Ds',
  char32_t: 'Di',
  short: 's',
  'unsigned short': 't',
  int: 'i',
  unsigned: 'j',
  long: 'l',
  'unsigned long': 'm',
  'long long': 'x',
  'unsigned long long': 'y',
  float: 'f',
  double: 'd',
  'std::nullptr_t': 'Dn',
};
/** As the Itanium C++ ABI has it, for types whose names are plain; others are named as they are written. */
function mangled(t: Type): string {
  if (t.kind === 'pointer') return `P${t.to.isConst ? 'K' : ''}${mangled(t.to.plain)}`;
  if (t.kind !== 'class' && t.kind !== 'enum') return CODES[t.key] ?? t.key;
  if (!/^[\w:]+$/.test(t.key)) return t.key;
  const parts = t.key.split('::').map((part) => `${part.length}${part}`);
  if (t.kind === 'class' && t.info.library !== '') return `St${parts.join('')}`;
  return parts.length === 1 ? parts.join('') : `N${parts.join('')}E`;
}
function remember<K>(map: Map<K, number>, key: K, make: () => number): number {
  let v = map.get(key);
  if (v === undefined) {
    v = make();
    map.set(key, v);
  }
  return v;
}
