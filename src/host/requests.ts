/** Requests that are out: each has a number, by which it is answered or refused, once. */
import type { EngineError } from './client';

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: EngineError) => void;
}

export class Requests<Answer> {
  private readonly waiting = new Map<number, Waiting<Answer>>();
  private last = 0;

  /** `send` posts it under its number. */
  ask(send: (id: number) => void): Promise<Answer> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      send(id);
    });
  }

  get areOut(): boolean {
    return this.waiting.size > 0;
  }

  /** What is not out any more is not heard. */
  resolve(id: number, answer: Answer): void {
    this.settle(id)?.resolve(answer);
  }

  reject(id: number, error: EngineError): void {
    this.settle(id)?.reject(error);
  }

  rejectAll(error: EngineError): void {
    for (const id of [...this.waiting.keys()]) this.reject(id, error);
  }

  private settle(id: number): Waiting<Answer> | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }
}
