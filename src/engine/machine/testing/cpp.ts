/** Machines for tests of what is shown: of C++ texts, led to a place in them. */

import type { Program, StepIndex } from '../../bytecode/program';
import { compile } from '../../compiler';
import { Names } from '../../inspect/names';
import { snapshot } from '../../inspect/snapshot';
import type { FieldView, Snapshot } from '../../inspect/view';
import { canStep, createMachine, type Machine, runStatus, schedulePoints, threadCount } from '..';
import { take } from './asm';

function programOf(text: string): Program {
  const compiled = compile(text);
  if ('diagnostics' in compiled)
    throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return compiled.program;
}

export interface Run {
  readonly machine: Machine;
  readonly names: Names;
  /** Takes steps by these threads, one each; `each` is called before every step. */
  go(threads: readonly number[], each?: (thread: number) => void): void;
  /** Goes on, always with the first thread that can step, to the end. */
  finish(): void;
  look(): Snapshot;
}

export function run(text: string): Run {
  const program = programOf(text);
  const machine = createMachine(program);
  const points = schedulePoints(program);
  const names = new Names(program).observe(machine);
  const go = (threads: readonly number[], each?: (thread: number) => void): void => {
    for (const thread of threads) {
      each?.(thread);
      take(machine, thread, 0, points);
      names.observe(machine);
    }
  };
  return {
    machine,
    names,
    go,
    finish: () => {
      while (runStatus(machine) === 'running') {
        go([Array.from({ length: threadCount(machine) }, (_, id) => id).find((id) => canStep(machine, id))!]);
      }
    },
    look: () => snapshot(machine, 0 as StepIndex, names),
  };
}

/** 'name = text', members in brackets behind it. */
export function line({ name, text, fields }: FieldView): string {
  return `${name} = ${text}${fields.length > 0 ? ` [${fields.map(line).join(', ')}]` : ''}`;
}
