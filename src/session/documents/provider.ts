/** Where documents come from. A further provider is one file beside scenarios.ts, named where the session is made. */
import type { Collection, Origin } from '../model/document';

/** What a link carries beside the path, by name; see Document.carried. */
export type Carried = Readonly<Record<string, string>>;

export interface DocumentProvider {
  /** Ids of the collections on the home page, in its order: they are fetched when nobody waits for anything. */
  readonly listed: readonly string[];
  /**
   * The document a path means, or the nearest there is; without a slug, the one that opens first. Null if the collection is none of this
   * provider's. Answers at once; both parts come out of links and may be anything.
   */
  find(collection: string, slug: string | null, carried: Carried): Origin | null;
  /** The collection of a document that `find` has named. Rejects with an Error that says what to do. */
  fetch(origin: Origin, carried: Carried): Promise<Collection>;
}
