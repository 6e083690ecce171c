/**
 * The one limit of all tests, in ms: of a test that hangs, of a state that does not come, of a worker that does not answer. None of them
 * is about time, and on a busy machine some take thirty times as long as on a quiet one.
 */
export const PATIENCE_MS = 300_000;
