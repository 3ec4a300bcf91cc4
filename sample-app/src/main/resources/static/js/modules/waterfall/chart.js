import { element, shortName } from './element.js';

/** Steps between the marks of the scale, in milliseconds. */
const STEPS = [50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000];

const MOST_STEPS = 8;

/** Room for the words at the lines. */
const MARGIN = 1.06;

/**
 * A waterfall: a bar for the page and for each resource, and lines where something was painted.
 */
export function chart(name, result, { paths, end, reference, hints }) {
  const { paint, largest, interim, page, resources } = result;
  const scale = end * MARGIN;
  const percent = (time) => `${(100 * time / scale).toFixed(3)}%`;
  const at = (made, from, to) => {
    made.style.left = percent(from);
    if (to !== undefined) {
      made.style.width = percent(Math.max(0, to - from));
    }
    return made;
  };
  const piece = (className, from, to) => at(element('i', { className }), from, to);

  const bars = ({ start, request, response, taken, end: last }) => [
    piece('bar bar--queued', start, request),
    piece('bar bar--waiting', request, response),
    ...(taken ? [piece('bar bar--early', response, taken)] : []),
    piece('bar bar--transfer', taken ?? response, last),
  ];
  const row = (label, mark, kind, pieces) => element('div', { className: `row row--${kind}` },
    element('span', { className: 'row__name', title: label }, shortName(label)),
    mark,
    element('span', { className: 'row__track' }, ...pieces));

  const rows = [row(page.path, element('span', { className: 'mark mark--document' }, 'HTML'), 'document',
    [...bars(page), ...(interim ? [at(element('b', { className: 'interim' }, '103'), interim)] : [])])];
  for (const path of paths) {
    const resource = resources.find((each) => each.path === path);
    rows.push(resource
      ? row(path, element('span', { className: `mark mark--${resource.hint}` }, hints[resource.hint]), resource.hint,
        bars(resource))
      : row(path, element('span', { className: 'mark' }), 'none', []));
  }

  const lines = ticks(scale).map((time) => at(element('i', { className: 'tick' }, element('span', {}, String(time))), time));
  const gain = reference - paint.median;
  if (gain > 0) {
    lines.push(piece('gain', paint.median, reference));
  }
  for (const [kind, label, time] of [['fcp', 'FCP', paint.median], ['lcp', 'LCP', largest.median]]) {
    if (time !== null) {
      lines.push(at(element('i', { className: `line line--${kind}` },
        element('span', {}, `${label} ${Math.round(time)}`)), time));
    }
  }
  const plot = element('div', { className: 'plot' },
    element('div', { className: 'plot__lines' }, ...lines),
    ...rows);
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', `Waterfall of ${resources.length + 1} requests with ${name}: `
    + `first contentful paint after ${Math.round(paint.median)} milliseconds. The table below has all times.`);
  return element('figure', { className: 'chart' }, element('figcaption', {}, name), plot);
}

function ticks(scale) {
  const step = STEPS.find((each) => scale / each <= MOST_STEPS) ?? STEPS.at(-1);
  return Array.from({ length: Math.floor(scale / step) + 1 }, (_, i) => i * step);
}
