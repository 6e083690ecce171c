/** A prover: a thread of node that takes part in a search. */
import { parentPort } from 'node:worker_threads';
import { prove } from '../host/provers';

parentPort?.once('message', prove);
