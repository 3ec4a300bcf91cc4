import { chart } from './chart.js';
import { element, shortName } from './element.js';

const NAMES = { NONE: 'No hints', HEADER: 'Link header only', EARLY_HINTS: 'Early Hints' };

const HINTS = { early: '103', header: 'header', page: 'page' };

/** A difference of less than this part is within what any two series of loads differ by. */
const NOTEWORTHY = 0.05;

const section = document.getElementById('results');

/** Show the three variants, or what a change of the options makes of them. */
export function showResults(chosen, results) {
  const part = (name) => section.querySelector(`[data-${name}]`);
  const { label, think, roundTrip, megabits, rounds } = chosen;
  part('title').textContent = `${label.split(',')[0]}: ${think} ms think time, ${roundTrip} ms round trip, ${megabits} Mbit/s`;
  part('scores').replaceChildren(...Object.entries(results).map(([variant, result]) =>
    score(NAMES[variant], result, results.NONE, rounds)));
  const lazy = part('lazy');
  lazy.onchange = () => drawCharts(part('charts'), results, lazy.checked);
  drawCharts(part('charts'), results, lazy.checked);
  part('table').replaceChildren(table(results));
  part('sent').replaceChildren(...sent(results));
  section.hidden = false;
  part('title').focus();
}

function whole(value) {
  return value === null ? '–' : String(Math.round(value));
}

function millis(value) {
  return value === null ? '–' : `${whole(value)} ms`;
}

function score(name, { paint, largest, cached }, reference, rounds) {
  const gain = reference.paint.median - paint.median;
  const noteworthy = Math.abs(gain) >= NOTEWORTHY * reference.paint.median;
  let verdict = `median of ${rounds} cold ${rounds === 1 ? 'load' : 'loads'}`;
  if (cached.length > 0) {
    verdict = `not cold: ${cached.length} from a cache`;
  } else if (reference.paint !== paint) {
    verdict = noteworthy ? `${Math.round(Math.abs(gain))} ms ${gain > 0 ? 'sooner' : 'later'} than without`
      : `within ${100 * NOTEWORTHY} % of no hints`;
  }
  return element('li', { className: noteworthy && gain > 0 ? 'score score--sooner' : 'score' },
    element('h3', {}, name),
    element('p', { className: 'score__value' }, millis(paint.median),
      element('span', {}, 'first contentful paint')),
    element('p', { className: 'score__verdict' }, verdict),
    element('p', { className: 'score__more' }, `between ${millis(paint.least)} and ${millis(paint.most)}; largest paint `
      + millis(largest.median)));
}

function drawCharts(target, results, eachLazy) {
  const shown = Object.entries(results).map(([variant, result]) =>
    [variant, { ...result, resources: eachLazy ? result.resources : gathered(result.resources) }]);
  // The same rows at the same height and on the same scale, so that only the times differ.
  const paths = [...new Set(shown.flatMap(([, { resources }]) =>
    [...resources].sort((a, b) => a.lazy - b.lazy || a.start - b.start).map(({ path }) => path)))];
  const end = Math.max(...shown.flatMap(([, { page, paint, largest, resources }]) =>
    [page.end, paint.median, largest.median, ...resources.map((each) => each.end)]));
  target.replaceChildren(...shown.map(([variant, result]) =>
    chart(NAMES[variant], result, { paths, end, reference: results.NONE.paint.median, hints: HINTS })));
}

/** All lazy images as one row. */
function gathered(resources) {
  const lazy = resources.filter((each) => each.lazy);
  const least = (name) => Math.min(...lazy.map((each) => each[name]));
  return lazy.length < 2 ? resources : [...resources.filter((each) => !each.lazy), {
    path: 'lazy images',
    lazy: true,
    hint: 'page',
    start: least('start'),
    request: least('request'),
    response: least('response'),
    end: Math.max(...lazy.map((each) => each.end)),
  }];
}

function table(results) {
  const variants = Object.keys(results);
  const heads = ['Known by', 'Requested', 'Response', 'Done'];
  const paths = [...new Set(variants.flatMap((variant) => results[variant].resources.map(({ path }) => path)))];
  const cells = (each) => (each ? [HINTS[each.hint] ?? '–', whole(each.request), whole(each.response), whole(each.end)]
    : heads.map(() => '–')).map((text) => element('td', {}, text));
  const row = (name, entries) => element('tr', {}, element('th', { scope: 'row', title: name }, shortName(name)), ...entries.flatMap(cells));
  const paints = (name, key) => element('tr', {}, element('th', { scope: 'row' }, name),
    ...variants.map((variant) => element('td', { colSpan: heads.length }, whole(results[variant][key].median))));
  return element('table', {},
    element('caption', {}, 'Medians, in milliseconds since the navigation began'),
    element('thead', {},
      element('tr', {}, element('td', {}),
        ...variants.map((variant) => element('th', { scope: 'colgroup', colSpan: heads.length }, NAMES[variant]))),
      element('tr', {}, element('th', { scope: 'col' }, 'Resource'),
        ...variants.flatMap(() => heads.map((head) => element('th', { scope: 'col' }, head))))),
    element('tbody', {},
      paints('First contentful paint', 'paint'),
      paints('Largest contentful paint', 'largest'),
      row(results.NONE.page.path, variants.map((variant) => results[variant].page)),
      ...paths.map((path) => row(path, variants.map((variant) =>
        results[variant].resources.find((each) => each.path === path))))));
}

function sent(results) {
  const lines = (links) => (links.length ? links.join(',\n      ') : '(none)');
  return Object.entries(results).flatMap(([variant, { hints }]) => [
    element('h3', {}, NAMES[variant]),
    element('pre', { tabIndex: 0 }, `HTTP/2 103\nlink: ${lines(hints.earlyHints)}\n\nHTTP/2 200\nlink: ${lines(hints.header)}`),
  ]);
}
