/**
 * A first look: a few short runs that switch at every access, so that a program which fails in most orders is known to fail at once,
 * whatever the search of all orders takes. What runs meet is real; what they do not meet says nothing.
 */

import type { FindingKind } from '../bytecode/fault';
import { kindOfFault, limitOf } from '../bytecode/fault';
import type { Pc, Program, ThreadId } from '../bytecode/program';
import { leftOver } from '../detect/ends';
import { Races } from '../detect/races';
import { userLine } from '../inspect/source';
import { createMachine, faultOf, MORE, restore, runStatus, schedulePoints, userPc } from '../machine';
import { random } from '../schedule/random';
import { longestRun, run } from '../schedule/run';
import type { Choice } from '../schedule/schedule';
import { sticky } from '../schedule/sticky';
import type { Met } from './counterexample/failures';
import { endingOfStuck, kindOfStuck, whyStuck } from './counterexample/stuck';
import { setUp } from './steps/setup';

const RUNS = 6;
const STEPS = 600;
/** And longer ones, where none of these came to an end. */
const LONG_RUNS = 2;
/** Instructions of all runs, after which none begins. */
const INSTRUCTIONS = 2_000_000;
/** Steps between switches, in every other run. */
const STAY = 8;

/** What the first of so many runs met that fails; null if none does. */
export function scout(program: Program, runs = RUNS): Met | null {
  const machine = createMachine(program);
  const points = schedulePoints(program, [], 'access');
  const setup = setUp(machine, points);
  let spent = machine.longest - machine.budget;
  let hasEnded = false;
  for (let i = 0; i < (hasEnded ? runs : runs + LONG_RUNS) && spent < INSTRUCTIONS; i++) {
    restore(machine, setup.state);
    const races = Races.of(machine);
    const choices: Choice[] = [];
    const policy = i % 2 === 0 ? random(i + 1) : sticky(i, STAY);
    run(
      machine,
      policy,
      points,
      (thread, pick, outcome) => {
        if (outcome !== MORE) {
          choices.push({ thread, pick });
          spent += machine.longest - machine.budget;
        }
        races.feedCall(choices.length, thread, machine);
        return races.found.length > 0 ? 'stop' : 'go';
      },
      { limit: i < runs ? Math.min(STEPS, longestRun(program)) : longestRun(program) },
    );
    const met = (kind: FindingKind, ending: Met['ending'], thread: number, at: number, text = ''): Met => {
      const pc = at as Pc;
      const line = userLine(machine, thread, pc);
      const schedule = { granularity: 'access' as const, choices: [...setup.path, ...choices] };
      return {
        ending,
        finding: { kind, reached: true, thread: thread as ThreadId, pc, line, text, schedule },
      };
    };
    const fault = faultOf(machine);
    if (fault !== null) {
      if (limitOf(fault.kind) !== null) continue;
      const kind = kindOfFault(fault.kind, fault.text);
      return met(kind, kind as Met['ending'], fault.thread, userPc(machine, fault.thread), fault.text);
    }
    const [race] = races.found;
    if (race !== undefined) return met('data-race', 'data-race', race.now.thread, race.now.pc);
    const status = runStatus(machine);
    if (status === 'stuck') {
      restore(machine, setup.state);
      const why = whyStuck(machine, points, choices);
      const thread = why[0]?.waits[0]?.site.thread ?? 0;
      return met(kindOfStuck(why), endingOfStuck(why), thread, why[0]?.waits[0]?.site.pc ?? 0);
    }
    hasEnded ||= status === 'finished';
    if (status !== 'finished') continue;
    const [left] = leftOver(machine);
    if (left !== undefined) return met(left.kind, left.kind, left.thread, left.pc);
  }
  return null;
}
