/**
 * `npm start`: installs what is missing, builds, and serves the built page with the isolation headers. PORT asks
 * for a port; without it the next free one is taken.
 */
import { tellAddress } from './address.mjs';
import { installPackages, ROOT, run } from './install.mjs';

installPackages();
if (!run('npm run build')) process.exit(1);

const { preview } = await import('vite');
const port = process.env.PORT;
const server = await preview({
  root: ROOT,
  preview: port === undefined ? {} : { port: Number(port), strictPort: true },
});
server.printUrls();
const [address] = server.resolvedUrls?.local ?? [];
if (address !== undefined) tellAddress(address);
