/** Where a person's programs are kept: in the browser, or, where that is not to be had, in the page for as long as it is open. */

import type { Exercise, Settings } from '../model/document';

/** A program that somebody wrote, as it is kept. */
export interface Program {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What it was before it was edited: of a scenario, a starting point or a link; null of one that began empty. */
  readonly original: string | null;
  /** It is to be mended; absent of what is only a program. */
  readonly exercise?: Exercise;
  /** Absent where it is stepped and searched as usual. */
  readonly settings?: Settings;
  /** Milliseconds since 1970 of the last change. */
  readonly time: number;
  /** Counts the changes: who writes on another than he has read would write over somebody else's. */
  readonly revision: number;
}

export interface Shelf {
  /** False where everything is gone with the page. */
  readonly lasting: boolean;
  /** The latest first. */
  list(): Promise<readonly Program[]>;
  read(id: string): Promise<Program | null>;
  /**
   * Writes a program whose revision is the next after that of the one that is there. False, and nothing is written, if it is not: another
   * tab was quicker. Rejects where there is no room.
   */
  write(program: Program): Promise<boolean>;
  remove(id: string): Promise<void>;
}

const DATABASE = 'racecourse';
const PROGRAMS = 'programs';

/** The browser's own shelf; the page's, where the browser keeps nothing. */
export async function openShelf(): Promise<Shelf> {
  try {
    return shelfIn(await openDatabase());
  } catch {
    return createPageShelf();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Merely naming it throws where site data are blocked.
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(PROGRAMS, { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error('another tab holds an older version'));
  });
}

function shelfIn(database: IDBDatabase): Shelf {
  // A newer page in another tab may want another form of it.
  database.onversionchange = () => database.close();

  /** Resolves with what `work` has put into `result`, once all of it is written. */
  const within = <T>(
    mode: IDBTransactionMode,
    work: (programs: IDBObjectStore, answer: (result: T) => void, refuse: (error: unknown) => void) => void,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(PROGRAMS, mode, { durability: 'strict' });
      let result: T;
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser did not keep it'));
      const answer = (found: T): void => {
        result = found;
      };
      work(transaction.objectStore(PROGRAMS), answer, (error) => {
        reject(error);
        transaction.abort();
      });
    });

  return {
    lasting: true,
    list: () =>
      within<readonly Program[]>('readonly', (programs, answer) => {
        const asked = programs.getAll() as IDBRequest<Program[]>;
        asked.onsuccess = () => answer(latestFirst(asked.result));
      }),
    read: (id) =>
      within<Program | null>('readonly', (programs, answer) => {
        const asked = programs.get(id) as IDBRequest<Program | undefined>;
        asked.onsuccess = () => answer(asked.result ?? null);
      }),
    write: (program) =>
      within<boolean>('readwrite', (programs, answer, refuse) => {
        const asked = programs.get(program.id) as IDBRequest<Program | undefined>;
        asked.onsuccess = () => {
          const free = follows(program, asked.result);
          try {
            if (free) programs.put(program);
            answer(free);
            programs.transaction.commit();
          } catch (error) {
            refuse(error);
          }
        };
      }),
    remove: (id) =>
      within<void>('readwrite', (programs) => {
        programs.delete(id);
      }),
  };
}

/** For as long as the page is open. */
export function createPageShelf(): Shelf {
  const programs = new Map<string, Program>();
  return {
    lasting: false,
    list: async () => latestFirst([...programs.values()]),
    read: async (id) => programs.get(id) ?? null,
    async write(program) {
      const free = follows(program, programs.get(program.id));
      if (free) programs.set(program.id, program);
      return free;
    },
    async remove(id) {
      programs.delete(id);
    },
  };
}

/** One that was removed elsewhere is written again: a text is worth more than its removal. */
const follows = (program: Program, there: Program | undefined): boolean =>
  there === undefined || there.revision + 1 === program.revision;

const latestFirst = (programs: readonly Program[]): readonly Program[] =>
  programs.toSorted((a, b) => b.time - a.time);
