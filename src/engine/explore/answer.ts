/** The answer to a query: the program was compiled with its question (compiler/query.ts), and either a schedule leads there or no order does. */

import { forEachInstruction } from '../bytecode/decode';
import { FAULT_ASSERT } from '../bytecode/fault';
import { AENTER } from '../bytecode/opcodes';
import type { Program } from '../bytecode/program';
import { canStep, createMachine, faultOf, hashState, type Machine, nextPc, userPc } from '../machine';
import type { Choice, Schedule } from '../schedule/schedule';
import { explore } from './explore';
import { pointsOf } from './refinement/points';
import type { SearchLimits } from './search-limits';
import { partsOf } from './steps/refine';
import { Stepper } from './steps/stepper';
import type { Verdict } from './verdict';

export type Answered =
  /** By the simplest schedule, where nothing else fails as simply: in steps of the program without the question, the last of which leads there. */
  | { readonly answer: 'yes'; readonly schedule: Schedule }
  /** Every order was tried. */
  | { readonly answer: 'no'; readonly states: number }
  | { readonly answer: 'unknown'; readonly states: number; readonly limit: Verdict['limit'] };

/** `said`: the text of the assertion that fails where the answer is yes. */
export function answer(program: Program, said: string, limits: SearchLimits): Answered {
  const { findings, failures, complete, states, limit } = explore(program, limits);
  const found = findings.find(({ reached, text }) => reached && text === said);
  if (found === undefined) return complete ? { answer: 'no', states } : { answer: 'unknown', states, limit };
  const simplest = failures.find(({ schedule }) => leadsTo(program, schedule, said));
  return { answer: 'yes', schedule: withoutQuestion(program, (simplest ?? found).schedule) };
}

function leadsTo(program: Program, { granularity, choices }: Schedule, said: string): boolean {
  const machine = createMachine(program);
  new Stepper(machine, pointsOf(program, granularity)).follow(choices);
  const fault = faultOf(machine);
  return fault?.kind === FAULT_ASSERT && fault.text === said;
}

/**
 * The same run of the program that was asked about. Its variables are read at other places there, so it is told in steps of single accesses;
 * and a step that begins by reading for the question is none: what it does behind that, the one before it does.
 */
function withoutQuestion(program: Program, schedule: Schedule): Schedule {
  if (!readsAnything(program)) return schedule;
  const coarse = createMachine(program);
  const fine = createMachine(program);
  const taken = new Stepper(coarse, pointsOf(program, schedule.granularity));
  const single = new Stepper(fine, pointsOf(program, 'access'));
  const choices: Choice[] = [];
  for (const step of schedule.choices) {
    const { thread, pick } = step;
    taken.take(thread, pick);
    const goal = hashState(coarse);
    for (const part of partsOf(step, () => hashState(fine) === goal || !canStep(fine, thread))) {
      if (!isQuestion(fine, thread)) choices.push(part);
      single.take(thread, part.pick);
    }
  }
  return { granularity: 'access', choices };
}

/** In the user's text nothing else begins like that. */
function readsAnything({ code, functions }: Program): boolean {
  let found = false;
  for (const { start, end, library } of functions)
    forEachInstruction(code, start, end, (_, opcode) => {
      found ||= opcode === AENTER && !library;
    });
  return found;
}

/** Whether a thread stands where it reads for the question. */
function isQuestion(machine: Machine, thread: number): boolean {
  const pc = nextPc(machine, thread);
  return machine.program.code[pc] === AENTER && userPc(machine, thread) === pc;
}
