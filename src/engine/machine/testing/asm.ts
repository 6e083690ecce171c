/**
 * Programs for tests, written as text. The text is also the source, so every instruction has its line.
 *
 *     asm(`
 *       globals 2                       words of global storage
 *       constant 72 105 0               constants, in front of the globals
 *       text "x is %d"                  texts by index
 *       fn main locals 1                the first function is the entry; also: args 1, results 1, library
 *         START
 *         CONST 5    SET l0             several instructions a line; l0 a local, a0 an argument
 *       again:
 *         CONST &worker  CONST 7  SPAWN a function value, and names of opcodes as they are
 *         JNZ again                     a label
 *         CALL worker                   a function
 *         RET 0
 *     `)
 */
import { INSTRUCTION_WORDS } from '../../bytecode/decode';
import { opcodes } from '../../bytecode/opcodes';
import {
  FRAME_HEADER,
  type FunctionInfo,
  NO_UNWINDING,
  type Program,
  type TypeId,
  type TypeInfo,
} from '../../bytecode/program';
import { FINISHED, type Machine, MORE, schedulePoints, step } from '..';

const numbers = new Map(opcodes.map(({ name }, index) => [name, index]));

const INT: TypeInfo = { kind: 'int', name: 'int', words: 1, bytes: 4, signed: true, bits: 32 };
const LONG: TypeInfo = { kind: 'int', name: 'long', words: 2, bytes: 8, signed: true, bits: 64 };

interface Options {
  /** types[0] and types[1] are INT and LONG; these come behind. */
  readonly types?: readonly TypeInfo[];
  readonly globals?: readonly { name: string; type: number; offset: number }[];
  readonly threadNames?: readonly (readonly [label: string, name: string])[];
  readonly locals?: Readonly<Record<string, readonly { name: string; type: number; offset: number }[]>>;
}

interface Draft {
  readonly name: string;
  readonly start: number;
  readonly args: number;
  readonly results: number;
  readonly locals: number;
  readonly library: boolean;
}

export function asm(source: string, options: Options = {}): Program {
  const code: (number | string)[] = [];
  const labels = new Map<string, number>();
  const drafts: Draft[] = [];
  const texts: string[] = [];
  const constants: number[] = [];
  const pcs: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let globalWords = 0;
  let at = 0;
  for (const line of source.split('\n')) {
    const [first, ...rest] = line.trim().split(/\s+/);
    const after = (word: string): number => (rest.includes(word) ? Number(rest[rest.indexOf(word) + 1]) : 0);
    if (first === 'globals') globalWords = Number(rest[0]);
    else if (first === 'constant') constants.push(...rest.map(Number));
    else if (first === 'text') texts.push(JSON.parse(rest.join(' ')));
    else if (first === 'fn') {
      const library = rest.includes('library');
      const [args, results, locals] = ['args', 'results', 'locals'].map(after);
      drafts.push({ name: rest[0], start: code.length, args, results, locals, library });
    } else {
      for (let words = [first, ...rest].filter(Boolean); words.length > 0; ) {
        const word = words.shift()!;
        if (word.endsWith(':')) {
          labels.set(word.slice(0, -1), code.length);
          continue;
        }
        const opcode = numbers.get(word);
        if (opcode === undefined) throw new Error(`no opcode ${word}`);
        pcs.push(code.length);
        starts.push(at + line.indexOf(first));
        ends.push(at + line.trimEnd().length);
        const operands = INSTRUCTION_WORDS[opcode] - 1;
        const owner = drafts.at(-1)!;
        code.push(opcode, ...words.slice(0, operands).map((text) => operandOf(text, owner)));
        words = words.slice(operands);
      }
    }
    at += line.length + 1;
  }
  const names = new Map(drafts.map(({ name }, index) => [name, index]));
  const resolve = (word: number | string): number => {
    if (typeof word === 'number') return word;
    const value = word.startsWith('&')
      ? (names.get(word.slice(1)) ?? -1) + 1
      : (labels.get(word) ?? names.get(word));
    if (value === undefined) throw new Error(`no label ${word}`);
    return value;
  };
  const functions = drafts.map((draft, index): FunctionInfo => {
    const end = drafts[index + 1]?.start ?? code.length;
    return {
      name: draft.name,
      start: draft.start,
      end,
      argWords: draft.args,
      frameWords: draft.args + FRAME_HEADER + draft.locals,
      resultWords: draft.results,
      library: draft.library,
      locals: (options.locals?.[draft.name] ?? []).map(({ name, type, offset }) => {
        return {
          name,
          type: type as TypeId,
          offset,
          begin: draft.start,
          from: draft.start,
          to: end,
          role: 'variable',
        };
      }),
    };
  });
  return {
    code: Int32Array.from(code, resolve),
    functions,
    types: [INT, LONG, ...(options.types ?? [])],
    globals: (options.globals ?? []).map((global) => ({ ...global, type: global.type as TypeId })),
    globalWords: globalWords + constants.length,
    globalImage: Int32Array.from(constants),
    valued: new Set(functions.keys()),
    guards: new Int32Array(0),
    constantWords: constants.length,
    entry: 0,
    sources: [{ name: 'test.asm', text: source, library: false }],
    spans: {
      pcs: Int32Array.from(pcs),
      file: new Int32Array(pcs.length),
      start: Int32Array.from(starts),
      end: Int32Array.from(ends),
    },
    texts,
    comparisons: [],
    unwinding: NO_UNWINDING,
    threadNames: (options.threadNames ?? []).map(([label, name]) => [resolve(label), name]),
  };
}

function operandOf(text: string, owner: Draft): number | string {
  if (/^l\d+$/.test(text)) return owner.args + FRAME_HEADER + Number(text.slice(1));
  if (/^a\d+$/.test(text)) return Number(text.slice(1));
  return Number.isNaN(Number(text)) ? text : Number(text);
}

/** Takes one whole step, MORE and all. */
export function take(
  machine: Machine,
  thread = 0,
  pick = 0,
  points = schedulePoints(machine.program, [], 'access'),
): number {
  for (;;) {
    const outcome = step(machine, thread, pick, points);
    if (outcome !== MORE) return outcome;
  }
}

/** Steps thread 0 until it cannot any more; the last outcome. */
export function runMain(machine: Machine): number {
  for (let steps = 0; steps < 1000; steps++) {
    const outcome = take(machine);
    if (outcome !== 0) return outcome;
  }
  return FINISHED + 1;
}
