/**
 * The page's end of the engine: requests go out numbered, answers come back as promises. If the engine worker itself dies or hangs, all
 * workers are started anew and the last line is opened again, so that only the one request is lost.
 */
import type { StepIndex, ThreadId } from '../engine';
import {
  type Answer,
  type Compiled,
  type EngineClient,
  EngineError,
  type Opened,
  type OpenRequest,
  type ProgramText,
} from './client';
import { EngineWorkers, type FromEngineForClient } from './engineWorkers';
import { PATIENCE } from './gate';
import { type Packed, Unpacker } from './patch';
import type { EngineRequest } from './protocol';
import { Requests } from './requests';
import { canShareMemory } from './shared';

/** The limits are read anew for each request. */
export interface ClientOptions {
  /** Default: whether memory can be shared. */
  readonly shared?: boolean;
  /** ms until a thread worker that does not answer counts as lost. */
  readonly patience?: number;
  /** ms until the engine worker does. */
  readonly timeout?: number;
}

/** Tests look behind it. */
export type EngineClientForTests = EngineClient & { readonly workers: EngineWorkers };

type Reply = Opened | Compiled;

/** Restarts with no answer between, until there is no use in another. */
const MOST_RESTARTS = 3;

export function createEngineClient(options: ClientOptions = {}): EngineClientForTests {
  if (typeof Worker === 'undefined') {
    throw new EngineError(
      'broken',
      'This browser has no Web Workers, and programs run in them. Use a current browser.',
    );
  }
  return new WorkersEngineClient(options);
}

class WorkersEngineClient implements EngineClientForTests {
  private readonly options: ClientOptions;
  private readonly shared: boolean;
  private readonly requests = new Requests<Reply>();
  private unpacker = new Unpacker();
  private restarts = 0;
  /** What to open again if everything has to be started anew. */
  private opened: OpenRequest | null = null;
  workers: EngineWorkers;

  constructor(options: ClientOptions) {
    this.options = options;
    this.shared = options.shared ?? canShareMemory();
    this.workers = this.start();
  }

  get threads(): 'real' | 'single' {
    return this.shared ? 'real' : 'single';
  }

  async open(asked: OpenRequest): Promise<Opened> {
    const opened = await this.requestRunOf({ kind: 'open', ...asked });
    if (opened.kind === 'run') {
      const { schedule, at } = opened.run;
      this.opened = { ...asked, schedule, at, complete: false };
    }
    return opened;
  }

  aside(asked: OpenRequest): Promise<Opened> {
    return this.requestRunOf({ kind: 'aside', ...asked });
  }

  step(at: StepIndex, thread: ThreadId, pick: number): Promise<Answer> {
    return this.requestRun({ kind: 'step', at, thread, pick });
  }

  seek(at: StepIndex): Promise<Answer> {
    return this.requestRun({ kind: 'seek', at });
  }

  extend(steps: number): Promise<Answer> {
    return this.requestRun({ kind: 'extend', steps });
  }

  async compile(text: ProgramText): Promise<Compiled> {
    const request = { kind: 'compile', ...text } as const;
    const reply = await this.request(request);
    if (reply.kind === 'run') throw misplaced(request, reply);
    return reply;
  }

  dispose(): void {
    this.workers.end();
    this.requests.rejectAll(broken('the page was left'));
  }

  private start(): EngineWorkers {
    return new EngineWorkers(this.shared, {
      answered: (message) => this.receive(message),
      failed: (reason) => this.restart(reason),
    });
  }

  private receive(message: FromEngineForClient): void {
    const { id } = message;
    switch (message.type) {
      case 'answer':
        return this.requests.resolve(id, { kind: 'run', run: this.unpack(message.packed) });
      case 'aside':
        return this.requests.resolve(id, { kind: 'run', run: message.run });
      case 'compiled':
        return this.requests.resolve(id, { kind: 'program', program: message.program });
      case 'diagnostics':
        return this.requests.resolve(id, { kind: 'diagnostics', diagnostics: message.diagnostics });
      case 'failure':
        return this.requests.reject(id, new EngineError(message.kind, message.message));
    }
  }

  /** Puts an answer together from what was sent of it. */
  private unpack(packed: Packed): Answer {
    this.restarts = 0;
    const answer = this.unpacker.unpack(packed);
    const { schedule, at } = answer;
    if (this.opened !== null) this.opened = { ...this.opened, schedule, at, complete: false };
    return answer;
  }

  private request(request: EngineRequest): Promise<Reply> {
    const { workers, options } = this;
    if (workers.control !== null) workers.control[PATIENCE] = options.patience ?? 3000;
    const reply = this.requests.ask((id) => workers.send({ type: 'request', id, request }));
    this.watch(reply);
    return reply;
  }

  /** An engine that does not answer in time counts as dead. Loading it may take longer than any answer of it. */
  private watch(reply: Promise<Reply>): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const end = (): void => {
      over = true;
      clearTimeout(timer);
    };
    reply.then(end, end);
    this.workers.ready.then(() => {
      const { timeout = 15_000 } = this.options;
      const late = (): void => this.restart(`no answer for ${timeout / 1000} seconds`);
      if (!over) timer = setTimeout(late, timeout);
    }, ignore);
  }

  private async requestRunOf(request: EngineRequest): Promise<Opened> {
    const reply = await this.request(request);
    if (reply.kind === 'program') throw misplaced(request, reply);
    return reply;
  }

  private async requestRun(request: EngineRequest): Promise<Answer> {
    const reply = await this.request(request);
    if (reply.kind === 'run') return reply.run;
    throw misplaced(request, reply);
  }

  private restart(reason: string): void {
    this.workers.end();
    const hopeless = ++this.restarts > MOST_RESTARTS;
    this.requests.rejectAll(hopeless ? broken(reason) : lost(reason));
    if (hopeless) return;
    this.unpacker = new Unpacker();
    this.workers = this.start();
    if (this.opened !== null) this.request({ kind: 'open', ...this.opened }).catch(ignore);
  }
}

const ignore = (): void => {};
const misplaced = (request: EngineRequest, reply: Reply): EngineError =>
  new EngineError(
    'internal',
    `A bug in the visualizer, not in your program: ${request.kind} answered with ${reply.kind}.`,
  );
const lost = (reason: string): EngineError =>
  new EngineError(
    'lost',
    `The engine stopped (${reason}) and was started again. Your steps are kept: try again.`,
  );
const broken = (reason: string): EngineError =>
  new EngineError(
    'broken',
    `The engine does not run here (${reason}). Reload the page; if that does not help, use another browser.`,
  );
