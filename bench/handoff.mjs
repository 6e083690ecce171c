/**
 * What a step on a real thread costs, beside what the browser's own hand-over between two workers costs in the same run: the absolute
 * figures move with the machine and its load, the ratios less. `node bench/handoff.mjs [spins …]`
 */
import { openBlank } from './blank.mjs';

const { page, close } = await openBlank();
const spins = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [200];
for (const looks of spins) {
  const times = await page.evaluate(async (count) => {
    const path = '/src/host/testing/bench.ts';
    const { measureHandOver } = await import(/* @vite-ignore */ path);
    return measureHandOver(count);
  }, looks);
  const { trip, trips, alone, gated, relayed } = times;
  const us = (/** @type {number} */ time) => `${time.toFixed(2)} µs`;
  const ratio = (/** @type {number} */ one, /** @type {number} */ other) => (one / other).toFixed(2);
  console.log(`${looks} looks before waiting`);
  console.log(`  bare round trip     ${us(trip)}, with two workers in turn ${us(trips)}`);
  console.log(`  step, one worker    ${us(alone)}`);
  console.log(
    `  step by gate        ${us(gated)} = ${ratio(gated, trip)} round trips (goal: 2), ${ratio(gated, trips)} with two in turn`,
  );
  console.log(`  step by relay       ${us(relayed)} = ${ratio(2 * relayed, trip)} hand-overs (goal: 2)`);
}
await close();
