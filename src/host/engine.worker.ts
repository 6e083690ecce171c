/** The engine worker: compiles, records and answers, one request after the other. While a thread steps, it waits. */
import { InternalError } from '../base/assert';
import { compile, type FilesDeclaration, type Granularity, type Program } from '../engine';
import { type Answer, EngineError, type OpenRequest, type ProgramText, type Stopped } from './client';
import { LostWorker, type MakeExecutor } from './executor';
import { type Control, ERA, MAX_WORKERS } from './gate';
import { Gated } from './gated';
import { Packer } from './patch';
import type { EngineRequest, FromEngine, ToEngine } from './protocol';
import { Run } from './run';
import { createSingle } from './single';

declare const self: DedicatedWorkerGlobalScope;

/** Looks at a word before waiting at it: one thread runs at a time, so there is a core for it. */
const SPINS = 1000;
/** Workers are started when a program has this many fewer free than it may soon need. */
const SPARE_WORKERS = 2;

let control: Control | null = null;
let run: Run | null = null;
/** By text, the last few: variants are gone to and fro, explored and compared. */
const programs = new Map<string, Program>();
const MAX_PROGRAMS = 12;
/** Knows the trace as the page has it. */
const packer = new Packer();

const send = (message: FromEngine): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ToEngine>): void => {
  switch (data.type) {
    case 'start':
      ({ control } = data);
      return;
    case 'present':
      if (isCurrent(data.era)) run?.executor.present(data.workers);
      return;
    case 'replaced':
      if (isCurrent(data.era)) run?.executor.replaced(data.thread);
      return;
    case 'request':
      answer(data.id, data.request);
  }
};

const isCurrent = (era: number): boolean => control !== null && Atomics.load(control, ERA) === era;

function answer(id: number, request: EngineRequest): void {
  try {
    if (request.kind === 'compile' || request.kind === 'aside') {
      const result = compiledFrom(request);
      if ('diagnostics' in result) send({ type: 'diagnostics', id, diagnostics: result.diagnostics });
      else if (request.kind === 'compile') send({ type: 'compiled', id, program: result.program });
      else send({ type: 'aside', id, run: aside(result.program, request) });
      return;
    }
    const stopped = perform(request);
    if (stopped !== null && 'diagnostics' in stopped) {
      send({ type: 'diagnostics', id, diagnostics: stopped.diagnostics });
      return;
    }
    report(id, stopped);
  } catch (error) {
    send({ type: 'failure', id, ...failure(error) });
  }
}

function report(id: number, stopped: Stopped | null): void {
  const answer = current().answer(stopped);
  send({ type: 'answer', id, packed: packer.pack(answer) });
  send({ type: 'wanted', workers: Math.min(answer.trace.threads.length + SPARE_WORKERS, MAX_WORKERS) });
}

function current(): Run {
  if (run === null) throw new InternalError('a step before a program was opened');
  return run;
}

function perform(
  request: Exclude<EngineRequest, { kind: 'compile' | 'aside' }>,
): Stopped | Extract<ReturnType<typeof compile>, { diagnostics: unknown }> | null {
  switch (request.kind) {
    case 'open':
      return open(request);
    case 'step':
      current().step(request.at, request.thread, request.pick);
      return null;
    case 'seek':
      current().seek(request.at);
      return null;
    case 'extend':
      current().extend(request.steps);
      return null;
  }
}

function compiledFrom(text: ProgramText): ReturnType<typeof compile> {
  const { file, source, entry = 'main', args = '', spurious = false, seed = 0, steps, query } = text;
  const launch = { entry, args, spurious, seed, ...(steps !== undefined && { steps }) };
  // A query is asked once.
  if (query !== undefined) return compile(source, file, { ...launch, query });
  const key = JSON.stringify([file, launch, source]);
  const known = programs.get(key);
  if (known !== undefined) return { program: known };
  const result = compile(source, file, launch);
  if ('program' in result) {
    programs.set(key, result.program);
    const [oldest] = programs.keys();
    if (programs.size > MAX_PROGRAMS) programs.delete(oldest);
  }
  return result;
}

/** A run of its own, and all of it: nobody will ask for the rest. */
function aside(program: Program, { schedule, at, complete, watches }: OpenRequest): Answer {
  const { granularity } = schedule;
  const run = new Run(program, {
    granularity,
    files: watches ?? null,
    shared: false,
    makeExecutor: createSingle,
  });
  return run.answer(run.open(schedule, at, complete));
}

/** The same source again is a matter of its schedule only: program and workers stay. */
function open(asked: OpenRequest): ReturnType<typeof perform> {
  const { schedule, at, complete, watches } = asked;
  const result = compiledFrom(asked);
  if ('diagnostics' in result) return result;
  const { program } = result;
  if (run?.program !== program || run.runner.granularity !== schedule.granularity) {
    run = start(program, schedule.granularity, watches ?? null);
  }
  return run.open(schedule, at, complete);
}

/** A program on its threads: the workers are called out of the one before, and the page connects them to this one. */
function start(program: Program, granularity: Granularity, files: FilesDeclaration | null): Run {
  run?.executor.leave();
  if (control === null)
    return new Run(program, { granularity, files, shared: false, makeExecutor: createSingle });
  const shared = control;
  const makeExecutor: MakeExecutor = (machine, points) => {
    const era = Atomics.load(shared, ERA);
    const memory = machine.words.buffer as SharedArrayBuffer;
    send({ type: 'program', program: { era, program, points, memory } });
    return new Gated({ control: shared, machine, points, spins: SPINS });
  };
  return new Run(program, { granularity, files, shared: true, makeExecutor });
}

/** Says whose fault it is, and what to do. */
function failure(error: unknown): { kind: EngineError['kind']; message: string } {
  if (error instanceof EngineError) return { kind: error.kind, message: error.message };
  if (error instanceof LostWorker) {
    send({ type: 'lost', thread: error.thread });
    const name = packer.sent.threads[error.thread]?.name ?? `thread ${error.thread}`;
    return {
      kind: 'lost',
      message: `The browser ended the worker of ${name}. A new one is there and your steps are kept: try again.`,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'internal', message: `A bug in the visualizer, not in your program: ${message}` };
}

send({ type: 'ready' });
