/** Something that the visitor did or has to do. */
export class Interrupted extends Error {}

const FEATURES = 'popup,width=1280,height=800,left=80,top=80';

/** How long a page may take beside what it thinks. */
const PATIENCE = 30_000;

/**
 * The window in which pages are loaded: browsers act on Early Hints in windows alone, not in frames, and not in requests of
 * scripts.
 */
export class RunWindow {
  #window;
  #runs;
  #reject = () => {};
  #interrupted = null;

  constructor(opened, runs) {
    this.#window = opened;
    this.#runs = runs;
  }

  /** To be called while a click is handled; null if the browser blocks it. */
  static open(runs) {
    const opened = window.open('about:blank', 'preload-run', FEATURES);
    return opened && !opened.closed ? new RunWindow(opened, runs) : null;
  }

  /** Load a page once. */
  async load({ page, think, roundTrip, megabits }, variant) {
    this.#check();
    const run = await send('POST', this.#runs, { page, variant, think, roundTrip, megabits });
    let timings;
    let shop;
    try {
      timings = await this.#visit(run, PATIENCE + think);
    } finally {
      shop = await send('DELETE', `${this.#runs}/${run.id}`);
    }
    return { ...timings, shop, roundTrip };
  }

  interrupt(message) {
    this.#interrupted = new Interrupted(message);
    this.#reject(this.#interrupted);
  }

  close() {
    this.#window.close();
  }

  #check() {
    if (this.#interrupted) {
      throw this.#interrupted;
    }
    if (this.#window.closed) {
      throw new Interrupted('The window was closed before the runs were done.');
    }
  }

  #visit({ id, url }, patience) {
    const origin = new URL(url).origin;
    const cleanup = new AbortController();
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      const closed = setInterval(() => {
        if (this.#window.closed) {
          reject(new Interrupted('The window was closed before the runs were done.'));
        }
      }, 300);
      const late = setTimeout(() => reject(new Interrupted('The page was not loaded. If its window warned of the '
        + 'certificate, see below how to trust it.')), patience);
      cleanup.signal.addEventListener('abort', () => {
        clearInterval(closed);
        clearTimeout(late);
      });
      addEventListener('message', ({ data, origin: sender, source }) => {
        if (sender === origin && source === this.#window && data?.run === id) {
          resolve(data);
        }
      }, { signal: cleanup.signal });
      this.#window.location.replace(url);
    }).finally(() => cleanup.abort());
  }
}

async function send(method, url, body) {
  const response = await fetch(url, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`the shop answered ${response.status}`);
  }
  return response.json();
}
