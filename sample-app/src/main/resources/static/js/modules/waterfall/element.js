/** Make an element with properties and children. */
export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The name of a file, without the version in it. */
export function shortName(path) {
  return path.startsWith('/') && path.includes('.')
    ? path.split('?')[0].split('/').at(-1).replace(/-[0-9a-f]{32}\./, '.') : path.replace(/[?&]think=\d+/, '');
}
