/** What `npm start` and `npm test` share: packages that are there, and a way to run their programs. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} path */
const modified = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Runs a command line in the project's folder, with the packages' programs on its PATH and its output where ours
 * goes.
 * @param {string} command
 * @param {Record<string, string>} env on top of the current environment
 * @returns {boolean} whether it succeeded
 */
export function run(command, env = {}) {
  const PATH = join(ROOT, 'node_modules/.bin') + delimiter + process.env.PATH;
  const options = { cwd: ROOT, shell: true, env: { ...process.env, ...env, PATH } };
  return spawnSync(command, { ...options, stdio: 'inherit' }).status === 0;
}

/**
 * Installs the packages of the lock when they are missing or older than it, or ends the process. npm writes its
 * own copy of the lock as the last thing: that is the mark.
 */
export function installPackages() {
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;
  if (!run('npm ci --include=dev')) process.exit(1);
}
