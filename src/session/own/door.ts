/** Own programs, as the session sees them from the start: who never opens one does not fetch what is needed for it. */
import { chunk } from '../../base/chunk';
import type { Carried, DocumentProvider } from '../documents/provider';
import { type Collection, type Exercise, type Origin, OWN, type Settings } from '../model/document';
import type { SessionState } from '../model/state';
import { type OwnContext, slugOf } from './context';
import type { Own } from './own';

export class OwnDoor {
  private context: OwnContext | null = null;
  private loading: Promise<Own> | null = null;
  private own: Own | null = null;

  /** Where own programs are found. What they are is fetched by whoever opens one. */
  readonly documents: DocumentProvider = {
    listed: [],
    find(collection: string, slug: string | null, { c = '', x, o }: Carried): Origin | null {
      if (collection === OWN.begun) return { collection, slug: slug ?? 'empty' };
      // Each text is a document of its own: a link in the address bar may be changed to another one.
      if (collection === OWN.linked)
        return {
          collection,
          slug: slugOf({ c, ...(x !== undefined && { x }), ...(o !== undefined && { o }) }),
        };
      return collection === OWN.kept && slug !== null ? { collection, slug } : null;
    },
    fetch: async (origin: Origin, carried: Carried): Promise<Collection> =>
      (await this.load()).fetch(origin, carried),
  };

  /** What a user can do with them. */
  actions(context: OwnContext) {
    this.context = context;
    const tell = (error: unknown): void => {
      const text = error instanceof Error ? error.message : String(error);
      context.runs.store.setState({ notice: { level: 'error', text, action: null } });
    };
    const ask = (what: (own: Own) => unknown): void => {
      // In the order they came, and at once where it can be: a key is a key.
      if (this.own !== null) what(this.own);
      else this.load().then(what).catch(tell);
    };
    return {
      /** The text of the document shown is now this one: a copy of one's own, unless it is one already. */
      editText: (text: string): void => ask((own) => own.edit(text)),
      /** Makes the document shown a program of one's own, at the same step. */
      editCopy: (): void => ask((own) => own.editCopy()),
      /** Keeps and opens a text that came from somewhere, as out of a file. */
      openText: (name: string, text: string): void => ask((own) => own.openText(name, text)),
      /** Makes an exercise of the program shown, or of another one of its collection: a copy that is to be mended. */
      fixIt: (slug?: string): void => ask((own) => own.fixIt(slug)),
      /** `openFailing`: shows why it is refused. */
      handIn: (openFailing: () => void): void => ask((own) => own.exercises.handIn(openFailing)),
      showExerciseHint: (): void => ask((own) => own.exercises.showHint()),
      /** How the program shown is stepped and searched: part of it, and of its links. */
      configure: (settings: Settings): void => ask((own) => own.configure(settings)),
      renameProgram: (name: string): void => ask((own) => own.rename(name)),
      /** It can be had back for as long as the message about it stands. */
      deleteProgram: (id: string): void => ask((own) => void own.remove(id)),
      saveFile: (): void => this.saveFile(),
      /** Looks up what is kept, and what one can begin with. */
      listPrograms: (): void => ask((own) => void own.list()),
    };
  }

  /** The address that carries the program shown as an exercise for others. */
  async linkToExercise(state: SessionState, asked: Omit<Exercise, 'given'>): Promise<string> {
    return (await this.load()).linkToExercise(state, asked);
  }

  /** The address that carries the program shown with all that the page shows of it. */
  async linkTo(state: SessionState): Promise<string> {
    return (await this.load()).link(state);
  }

  /** The program shown, as a file. */
  saveFile(): void {
    void this.load().then((own) => own.saveFile());
  }

  private load(): Promise<Own> {
    this.loading ??= chunk(import('./own')).then(({ Own }) => {
      if (this.context === null) throw new Error('own programs without a session');
      this.own = new Own(this.context);
      return this.own;
    });
    // What could not be fetched may be there the next time.
    this.loading.catch(() => {
      this.loading = null;
    });
    return this.loading;
  }
}
