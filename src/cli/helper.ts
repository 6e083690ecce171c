/** A thread of node that helps a search. */
import { parentPort } from 'node:worker_threads';
import { help } from '../host/team';

parentPort?.once('message', help);
