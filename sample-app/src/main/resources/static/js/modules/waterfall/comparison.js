/** The value in the middle; null where a browser told none. */
export function median(values) {
  const sorted = values.filter((value) => value !== null && value !== undefined).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) {
    return null;
  }
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * What several loads of a page have in common: medians of all times, in milliseconds since the navigation began.
 */
export function comparison(reports) {
  const rows = new Map();
  for (const report of reports) {
    const hinted = {
      early: urls(report.shop.earlyHints, report.page.name),
      header: urls(report.shop.header, report.page.name),
    };
    for (const resource of report.resources) {
      const path = pathOf(resource.name);
      const row = rows.get(path) ?? { path, lazy: false, entries: [] };
      row.lazy ||= report.lazy.includes(resource.name);
      const hint = hintOf(resource, hinted, report);
      const request = report.shop.served.find(({ target }) => target === path);
      row.entries.push({ hint, known: Boolean(request),
        ...(hint === 'early' && request ? earlyPhases(resource, request, report) : phases(resource)) });
      rows.set(path, row);
    }
  }
  const half = reports.length / 2;
  const resources = [...rows.values()].filter(({ entries }) => entries.length >= half).map(({ path, lazy, entries }) => ({
    path,
    lazy,
    known: entries.every(({ known }) => known),
    hint: mostFrequent(entries.map(({ hint }) => hint)),
    ...medians(entries, ['start', 'request', 'response', 'taken', 'end']),
  }));
  return {
    runs: reports.length,
    paint: spread(reports.map(({ firstContentfulPaint }) => firstContentfulPaint)),
    largest: spread(reports.map(({ largestContentfulPaint }) => largestContentfulPaint)),
    interim: median(reports.map(({ interimResponse }) => interimResponse)),
    page: {
      path: pathOf(reports[0].page.name),
      ...medians(reports.map(({ page, finalResponse }) => ({ ...phases(page), response: finalResponse })),
        ['start', 'request', 'response', 'end']),
    },
    resources,
    early: resources.filter(({ hint }) => hint === 'early').length,
    // What the shop was not asked for came from a cache.
    cached: resources.filter(({ known }) => !known).map(({ path }) => path),
    hints: reports.at(-1).shop,
  };
}

function phases({ startTime, requestStart, responseStart, responseEnd }) {
  const request = requestStart || startTime;
  const response = responseStart || Math.max(request, startTime);
  return { start: startTime, request, response, end: Math.max(responseEnd, response) };
}

/**
 * What was fetched for a 103, Chromium tells only from when the page took it. The shop knows when it was asked: as much later
 * than for the page as the browser asked later, the way being the same. Its answer then needs a round trip less what the shop
 * took.
 */
function earlyPhases(resource, { arrived, answered }, { page, roundTrip }) {
  const told = phases(resource);
  const request = page.requestStart + arrived;
  if (told.start <= request) {
    return told;
  }
  const response = Math.min(page.requestStart + answered + roundTrip, told.start);
  return { start: request, request, response, taken: told.start, end: told.end };
}

/** What told the browser of a resource first: the 103, the header, or the page and what it refers to. */
function hintOf({ name, initiatorType, startTime }, { early, header }, { finalResponse }) {
  if (initiatorType === 'early-hints' || (early.has(name) && startTime < finalResponse)) {
    return 'early';
  }
  return header.has(name) ? 'header' : 'page';
}

/** The URLs of link-values, and of the pictures that a browser chooses from. */
function urls(links, base) {
  const found = new Set();
  for (const link of links) {
    const target = /^<([^>]*)>/.exec(link)?.[1];
    const candidates = /; imagesrcset="([^"]*)"/.exec(link)?.[1].split(',').map((each) => each.trim().split(' ')[0]) ?? [];
    for (const reference of [target, ...candidates]) {
      found.add(new URL(reference, base).href);
    }
  }
  return found;
}

function pathOf(url) {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function medians(entries, names) {
  return Object.fromEntries(names.map((name) => [name, median(entries.map((entry) => entry[name]))]));
}

function spread(values) {
  const known = values.filter((value) => value !== null);
  return { median: median(known), least: known.length ? Math.min(...known) : null,
    most: known.length ? Math.max(...known) : null };
}

function mostFrequent(values) {
  const count = (value) => values.filter((each) => each === value).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best));
}
