/** Parts of the page that are fetched when they are wanted. */

/** Says what to do: neither the program under study nor the page is at fault, and trying again without a reload does not help. */
export class NotLoaded extends Error {
  constructor(cause: unknown) {
    super(
      'A part of the page could not be loaded: there is no network, or a newer version has replaced it. Reload to go on where you are.',
      { cause },
    );
    this.name = 'NotLoaded';
  }
}

/** What a dynamic import brings; throws NotLoaded where it brings nothing. */
export function chunk<T>(coming: Promise<T>): Promise<T> {
  return coming.catch((cause: unknown) => {
    throw new NotLoaded(cause);
  });
}
