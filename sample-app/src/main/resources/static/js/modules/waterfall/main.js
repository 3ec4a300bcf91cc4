import { comparison } from './comparison.js';
import { showResults } from './results.js';
import { Interrupted, RunWindow } from './run-window.js';

const VARIANTS = ['NONE', 'HEADER', 'EARLY_HINTS'];

/** A page has Early Hints from its third render on; a browser ignores them now and then. */
const MOST_WARM_UPS = 5;

const form = document.getElementById('compare');

if (form) {
  const status = form.querySelector('[data-status]');
  const notice = form.querySelector('[data-notice]');
  const progress = form.querySelector('progress');
  const start = form.querySelector('[type=submit]');
  const stop = form.querySelector('[data-stop]');

  const warn = (text) => {
    notice.textContent = text;
    notice.hidden = !text;
  };

  const settings = () => {
    const data = new FormData(form);
    const number = (name) => Number(data.get(name));
    return {
      page: data.get('page'),
      label: form.elements.page.selectedOptions[0].textContent,
      think: number('think'),
      roundTrip: number('roundTrip'),
      megabits: number('megabits'),
      rounds: number('rounds'),
    };
  };

  /** Have the page learned, and the server as warm for one variant as for the others. */
  async function warmUp(runWindow, chosen) {
    status.textContent = 'Warming up: the page is learned from its first visits.';
    let last;
    for (let i = 0; i < MOST_WARM_UPS; i++) {
      last = await runWindow.load(chosen, 'EARLY_HINTS');
      if (comparison([last]).early > 0) {
        break;
      }
    }
    await runWindow.load(chosen, 'NONE');
    await runWindow.load(chosen, 'HEADER');
    return last;
  }

  async function compare(runWindow, chosen) {
    const reports = { NONE: [], HEADER: [], EARLY_HINTS: [] };
    const warm = await warmUp(runWindow, chosen);
    if (comparison([warm]).early === 0) {
      warn(whyNotEarly(warm));
    }
    progress.max = chosen.rounds * VARIANTS.length;
    for (let round = 0; round < chosen.rounds; round++) {
      status.textContent = `Round ${round + 1} of ${chosen.rounds}`;
      // In turn and not always in the same order, so that whatever else the machine does hits all.
      for (let i = 0; i < VARIANTS.length; i++) {
        const variant = VARIANTS[(round + i) % VARIANTS.length];
        reports[variant].push(await runWindow.load(chosen, variant));
        progress.value++;
      }
    }
    return reports;
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    warn('');
    const chosen = settings();
    const runWindow = RunWindow.open(form.dataset.runs);
    if (!runWindow) {
      warn('The browser blocked the window in which the page is to be loaded. Allow pop-ups for this address, '
        + 'usually with the icon at the end of the address bar, and press “Compare” again.');
      return;
    }
    const interrupt = () => runWindow.interrupt('Stopped.');
    stop.addEventListener('click', interrupt);
    progress.value = 0;
    progress.hidden = stop.hidden = false;
    start.disabled = true;
    try {
      const reports = await compare(runWindow, chosen);
      status.textContent = 'Done.';
      showResults(chosen, Object.fromEntries(VARIANTS.map((variant) => [variant, comparison(reports[variant])])));
    } catch (failure) {
      status.textContent = '';
      warn(failure instanceof Interrupted ? failure.message : `This did not work: ${failure.message}`);
    } finally {
      runWindow.close();
      stop.removeEventListener('click', interrupt);
      progress.hidden = stop.hidden = true;
      start.disabled = false;
    }
  });
}

function whyNotEarly({ shop, protocol }) {
  if (shop.earlyHints.length === 0) {
    return `The shop sent no Early Hints: they need HTTP/2, and this browser spoke ${protocol || 'something else'}.`;
  }
  return 'The shop sent Early Hints, and this browser did not use them. Chromium, Chrome, Edge and Firefox do where they '
    + 'trust the certificate (see below); Safari does not.';
}
