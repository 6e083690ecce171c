/** The coordinator of free runs: makes a slice of a series, tells of it, hears whether to go on, and makes the next. */
import { Coordinator } from './coordinator';
import type { FromCoordinator, ToCoordinator } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

/** ms of runs between two looks at the messages, and between two tallies. */
const SLICE = 40;
const PAUSE = 120;

let coordinator: Coordinator | null = null;
let id = 0;
let running = false;

const send = (message: FromCoordinator): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ToCoordinator>): void => {
  try {
    switch (data.type) {
      case 'open':
        id = data.id;
        running = false;
        coordinator = new Coordinator(data.program, data.searched, data.control);
        send({ type: 'opened', id, shared: coordinator.shared, threads: coordinator.threads });
        return;
      case 'begin':
        if (coordinator === null) return;
        id = data.id;
        coordinator.begin(data.series);
        running = true;
        go(coordinator);
        return;
      case 'staffed':
        resume?.();
        return;
      case 'stop':
        running = false;
        resume?.();
    }
  } catch (error) {
    fail(error);
  }
};

/** Of a coordinator that waits for more workers. */
let resume: (() => void) | null = null;

async function go(coordinator: Coordinator): Promise<void> {
  const series = id;
  let ms = 0;
  let told = performance.now();
  try {
    while (running && series === id && !coordinator.isOver) {
      const start = performance.now();
      let ran = coordinator.run();
      while (ran === 'ran' && !coordinator.isOver && performance.now() - start < SLICE)
        ran = coordinator.run();
      ms += performance.now() - start;
      if (ran === 'lost') {
        running = false;
        send({ type: 'lost', id, news: coordinator.news(ms) });
        return;
      }
      if (ran === 'wanted') {
        send({ type: 'wanted', id, workers: coordinator.threads });
        await new Promise<void>((resolve) => {
          resume = resolve;
        });
      }
      if (performance.now() - told > PAUSE) {
        told = performance.now();
        send({ type: 'tally', id, news: coordinator.news(ms), over: false });
      }
      await messages();
    }
    if (series === id) send({ type: 'tally', id, news: coordinator.news(ms), over: true });
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  running = false;
  send({ type: 'failure', id, message: error instanceof Error ? error.message : String(error) });
}

/** Until those messages have been heard that are there: a timer would be slowed down in a page that nobody sees. */
const { port1, port2 } = new MessageChannel();
const messages = (): Promise<void> =>
  new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
