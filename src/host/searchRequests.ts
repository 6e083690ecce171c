/** Requests that are answered in order by a worker of their own, started with the first of them. Nobody who asks waits for a search. */
import type { Answered, Continuations, Located, WeakAnswered, WeakJudgement } from '../engine';
import type { EngineError, Outlook } from './client';
import type { FromSearch, SearchRequest, ToSearch } from './protocol';
import { Requests } from './requests';
import { searchFault, startSearchWorker } from './searchWorkers';
import { WorkerGroup } from './workerGroup';

/** By request. */
interface Answers {
  readonly locate: Located | null;
  readonly foresee: Outlook;
  readonly outcomes: readonly Continuations[];
  readonly weaken: WeakJudgement;
  readonly ask: Answered;
  readonly askWeak: WeakAnswered;
}

export class SearchRequests {
  private readonly name: string;
  private readonly requests = new Requests<Answers[keyof Answers]>();
  private readonly group = new WorkerGroup((reason) => this.end(searchFault(reason)));
  private worker: Worker | null = null;

  /** `name`: of the worker. */
  constructor(name: string) {
    this.name = name;
  }

  ask<Kind extends keyof Answers>(request: SearchRequest & { readonly type: Kind }): Promise<Answers[Kind]> {
    this.worker ??= this.start();
    const { worker } = this;
    return this.requests.ask((id) => worker.postMessage({ ...request, id } satisfies ToSearch)) as Promise<
      Answers[Kind]
    >;
  }

  /** What nobody waits for any more. */
  giveUp(): void {
    if (this.requests.areOut) this.end(searchFault('it was given up'));
  }

  dispose(): void {
    this.end(searchFault('the page was left'));
  }

  private start(): Worker {
    const worker = this.group.add(startSearchWorker(this.name));
    worker.addEventListener('message', ({ data }: MessageEvent<FromSearch>) => this.receive(data));
    return worker;
  }

  private receive(message: FromSearch): void {
    const { requests } = this;
    switch (message.type) {
      case 'located':
        requests.resolve(message.id, message.located);
        return;
      case 'outlook':
        requests.resolve(message.id, message.outlook);
        return;
      case 'outcomes':
        requests.resolve(message.id, message.outcomes);
        return;
      case 'weakened':
        requests.resolve(message.id, message.judgement);
        return;
      case 'answered':
      case 'answeredWeak':
        requests.resolve(message.id, message.answered);
        return;
      case 'failure':
        requests.reject(message.id, searchFault(message.message));
    }
  }

  private end(error: EngineError): void {
    this.group.end();
    this.worker = null;
    this.requests.rejectAll(error);
  }
}
