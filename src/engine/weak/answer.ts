/** The answer to a question under RC11, about a program that was compiled with it for that memory (compiler/query.ts). */
import { forEachInstruction } from '../bytecode/decode';
import { TRAP } from '../bytecode/opcodes';
import type { Program, Span } from '../bytecode/program';
import { spanAt } from '../inspect/source';
import { createMachine, faultOf, nextPc, restore, userPc } from '../machine';
import { weakPoints } from '../rc11/points';
import { WeakMachine } from '../rc11/weak-machine';
import type { Choice, Schedule } from '../schedule/schedule';
import {
  choicesOf,
  exploreWeak,
  type Path,
  type WeakExecution,
  type WeakLimits,
  type WeakVerdict,
} from './search';

export type WeakAnswered =
  /** In steps of the program without the question, the last of which leads there. */
  | { readonly answer: 'yes'; readonly schedule: Schedule }
  /** Every execution was tried. */
  | { readonly answer: 'no'; readonly executions: number }
  /** 'limit': not every one was. 'read': what the condition reads races there, or cannot be read, so that its value is not known. */
  | { readonly answer: 'unknown'; readonly why: 'limit' | 'read' };

/** `said`: the text of the assertion that fails where the answer is yes. */
export function answerWeak(program: Program, said: string, limits: WeakLimits = {}): WeakAnswered {
  const found = exploreWeak(program, limits);
  const question = spansOf(program, said);
  const machine = createMachine(program);
  for (const { state, path } of found.failures) {
    restore(machine, state);
    if (faultOf(machine)?.text === said)
      return { answer: 'yes', schedule: withoutQuestion(program, path, question) };
  }
  if (!found.complete) return { answer: 'unknown', why: 'limit' };
  if (isInTheWay(program, found, question)) return { answer: 'unknown', why: 'read' };
  return { answer: 'no', executions: found.executions };
}

/** Where in the copy of the text it is asked. */
function spansOf(program: Program, said: string): readonly Span[] {
  const { code, texts, functions } = program;
  const spans: Span[] = [];
  for (const { start, end } of functions)
    forEachInstruction(code, start, end, (pc, opcode) => {
      if (opcode === TRAP && texts[code[pc + 2]] === said) spans.push(spanAt(program, pc));
    });
  return spans;
}

function isWithin(program: Program, pc: number, question: readonly Span[]): boolean {
  const { file, start } = spanAt(program, pc);
  return question.some((span) => span.file === file && span.start <= start && start < span.end);
}

/** What the question reads is a finding of its own: a race, or nothing that can be read. */
function isInTheWay(program: Program, { races, failures }: WeakVerdict, question: readonly Span[]): boolean {
  const machine = createMachine(program);
  const isAsked = (pc: number): boolean => isWithin(program, pc, question);
  const stopsThere = ({ state }: WeakExecution): boolean => {
    restore(machine, state);
    const fault = faultOf(machine);
    return fault !== null && isAsked(userPc(machine, fault.thread));
  };
  return (
    races.some(({ pair: { now, before } }) => isAsked(now.at) || isAsked(before.at)) ||
    failures.some(stopsThere)
  );
}

/** A step that begins by reading for the question is none of the program: what it does behind that, the one before it does there. */
function withoutQuestion(program: Program, path: Path | null, question: readonly Span[]): Schedule {
  const machine = createMachine(program);
  const weak = new WeakMachine(machine);
  const points = weakPoints(program);
  const choices: Choice[] = [];
  for (const choice of choicesOf(path)) {
    const { thread, pick } = choice;
    const asks = nextPc(machine, thread) >= 0 && isWithin(program, userPc(machine, thread), question);
    if (!asks) choices.push(choice);
    weak.step(thread, pick, points);
  }
  return { granularity: 'rc11', choices };
}
