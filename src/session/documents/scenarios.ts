/** The scenarios as documents: a collection for each bug, a document for each variant. */

import { nearest } from '../../base/nearest';
import {
  loadScenario,
  memoryOfVariant,
  type Scenario,
  summaries,
  summaryById,
  variantBySlug,
} from '../../scenarios';
import { type Collection, type Document, keyOf } from '../model/document';
import type { DocumentProvider } from './provider';

export const scenarioDocuments: DocumentProvider = {
  listed: summaries.map(({ id }) => id),
  find(collection, slug) {
    const summary = summaryById(collection);
    if (summary === undefined) return null;
    const known = variantBySlug(summary, slug)?.slug;
    const slugs = summary.variants.map((variant) => variant.slug);
    return { collection, slug: known ?? (slug === null ? undefined : nearest(slug, slugs)) ?? slugs[0] };
  },
  async fetch({ collection }) {
    const summary = summaryById(collection);
    if (summary === undefined) throw new Error(`There is no bug '${collection}' here.`);
    return collectionOfScenario(await loadScenario(summary.id));
  },
};

export function collectionOfScenario(scenario: Scenario): Collection {
  const { id, title, variants, files } = scenario;
  const documents = variants.map((variant): Document => {
    const { slug, title, sentence, file, source } = variant;
    const origin = { collection: id, slug };
    const told = { title, note: sentence };
    return {
      ...{ key: keyOf(origin), ...told, file, source, origin },
      memory: memoryOfVariant(scenario, variant),
      ...(files && { watches: files }),
    };
  });
  return { id, title, documents, scenario };
}
