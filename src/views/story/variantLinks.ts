/** A text in pieces, of which some name a variant: pure. */
import type { Variant } from '../../session';

export interface LinkedPiece {
  readonly key: string;
  readonly text: string;
  /** Of the variant that is named; null for what names none. */
  readonly slug: string | null;
}

/** A title of a variant stands between straight quotes: 'see the variant "A second handle"'. */
export function withVariants(
  text: string,
  variants: readonly Pick<Variant, 'slug' | 'title'>[],
): readonly LinkedPiece[] {
  return text.split(/"([^"]+)"/).flatMap((piece, index): LinkedPiece[] => {
    const key = `${index}`;
    if (index % 2 === 0) return piece === '' ? [] : [{ key, text: piece, slug: null }];
    const slug = variants.find(({ title }) => title === piece)?.slug ?? null;
    return [{ key, text: slug === null ? `"${piece}"` : piece, slug }];
  });
}
