/**
 * No scenario has more states than a search can hold; to see the page with one that has, its engine worker is given another program
 * whenever the page has one compiled for the search. Everything else is as a user has it.
 */

/** The values depend on the whole order of the writes: no two interleavings meet again. */
const EXPLOSION = `
#include <atomic>
#include <thread>
std::atomic<int> a{0}, b{0}, c{0};
void work() { for (int i = 0; i < 50; i++) { a = a * 3 + i; b = b * 5 + a; c = c * 7 + b; } }
int main() {
  std::thread one(work);
  std::thread two(work);
  std::thread three(work);
  one.join();
  two.join();
  three.join();
}
`;

/** More than any search holds that was not asked for. */
const ASKED_FOR = 1_000_000;

/**
 * From the next load on, whatever this page searches has too many states; and a search that was asked for ends when it is stopped, not
 * when a fast machine has come to its limit.
 * @param {import('playwright').Page} page
 */
export async function explode(page) {
  await page.addInitScript(
    ([source, askedFor]) => {
      const post = Worker.prototype.postMessage;
      /** @this {Worker} @param {any} message @param {any} transfer */
      Worker.prototype.postMessage = function (message, transfer) {
        if (message?.request?.kind === 'compile') message.request.source = source;
        if (message?.type === 'search' && message.size.states > askedFor)
          message.size = { states: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
        post.call(this, message, transfer);
      };
    },
    /** @type {const} */ ([EXPLOSION, ASKED_FOR]),
  );
}
