/**
 * Writes what a person writes: at once, one text at a time, the newest of those that wait. What cannot be kept is told, once, and stays
 * in the page; what another tab has changed meanwhile is written beside it.
 */
import type { Notice } from '../model/state';
import type { Program, Shelf } from './shelf';
import { handOn, takeOver } from './unwritten';

export interface Reports {
  readonly tell: (notice: Notice) => void;
  /** A text that another tab was quicker than is kept as this one. */
  readonly onParted: (from: Program, copy: Program) => void;
  /** What lists show has changed. */
  readonly onKept: () => void;
  readonly saveFile: () => void;
}

export class Keeper {
  readonly shelf: Promise<Shelf>;
  private readonly reports: Reports;
  /** By id, of those that wait to be written, or are being. */
  private readonly waiting = new Map<string, Program>();
  /** By id, the revision that is there. */
  private readonly revisions = new Map<string, number>();
  private writing = false;
  /** Until it is there, what is read is not the latest. */
  private readonly tookOver: Promise<void>;
  /** Nobody wants to hear it with each key. */
  private told = false;

  constructor(shelf: Promise<Shelf>, reports: Reports) {
    this.shelf = shelf;
    this.reports = reports;
    handOn(() => [...this.waiting.values()]);
    this.tookOver = this.restore(takeOver());
  }

  async read(id: string): Promise<Program | null> {
    await this.tookOver;
    const program = this.waiting.get(id) ?? (await (await this.shelf).read(id));
    if (program !== null) this.revisions.set(id, Math.max(program.revision, this.revisions.get(id) ?? 0));
    return program;
  }

  /** Resolves when all that waits is written, or could not be. */
  async write(program: Program): Promise<void> {
    this.waiting.set(program.id, program);
    if (this.writing) return;
    this.writing = true;
    const shelf = await this.shelf;
    if (!shelf.lasting) this.warn(nothingKept);
    for (const [id, next] of this.waiting) {
      await this.put(shelf, next);
      const latest = this.waiting.get(id);
      this.waiting.delete(id);
      // What was written meanwhile comes behind the others.
      if (latest !== undefined && latest !== next) this.waiting.set(id, latest);
    }
    this.writing = false;
    this.reports.onKept();
  }

  async remove(id: string): Promise<Program | null> {
    const shelf = await this.shelf;
    const program = await shelf.read(id);
    await shelf.remove(id);
    this.revisions.delete(id);
    this.reports.onKept();
    return program;
  }

  /** What the page before this one could not write; what it did write all the same, and what came later, stays. */
  private async restore(left: readonly Program[]): Promise<void> {
    for (const program of left) {
      const there = await (await this.shelf).read(program.id).catch(() => null);
      if (there !== null && (there.time > program.time || there.text === program.text)) continue;
      // It wrote one that was on its way already, and then this one.
      this.revisions.set(program.id, there?.revision ?? 0);
      await this.write(program);
    }
  }

  private async put(shelf: Shelf, program: Program): Promise<void> {
    const revision = (this.revisions.get(program.id) ?? 0) + 1;
    try {
      if (await shelf.write({ ...program, revision })) {
        this.revisions.set(program.id, revision);
        if (shelf.lasting) this.told = false;
      } else this.part(program);
    } catch (error) {
      this.warn(isFull(error) ? full : notKept);
    }
  }

  private part(program: Program): void {
    const copy = { ...program, id: newId(), name: `${program.name} (2)`, revision: 0 };
    this.reports.onParted(program, copy);
    // A later text of it may wait already.
    const latest = this.waiting.get(program.id)?.text ?? program.text;
    this.waiting.delete(program.id);
    this.waiting.set(copy.id, { ...copy, text: latest });
  }

  private warn(text: string): void {
    if (this.told) return;
    this.told = true;
    const action = { label: 'Save as a file', run: this.reports.saveFile };
    this.reports.tell({ level: 'warning', text, action });
  }
}

const stays = 'The text stays in this page for as long as it is open.';
const nothingKept = `This browser keeps nothing here: site data are blocked. ${stays}`;
const full = `This program is not kept: the storage of the browser is full. ${stays}`;
const notKept = `This program is not kept: the browser refused to. ${stays}`;

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

/** Eight letters and digits. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('');
