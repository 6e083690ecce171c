/** Where `npm start` serves the page now: it writes it down, and the command line makes its links of it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules/.tmp/page.json');

/** @param {string} url */
export function tellAddress(url) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ url, process: process.pid }));
}

/**
 * '' where nothing is served: a server that has ended leaves its address behind, but its process is gone.
 * @returns {string}
 */
export function pageAddress() {
  try {
    const { url, process: id } = JSON.parse(readFileSync(file, 'utf8'));
    process.kill(id, 0);
    return url;
  } catch {
    return '';
  }
}
