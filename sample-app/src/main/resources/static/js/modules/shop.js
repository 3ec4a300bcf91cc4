import { slugs } from './reading-list.js';

const badge = document.querySelector('[data-reading-list-count]');

function update() {
  const count = slugs().length;
  badge.textContent = String(count);
  badge.hidden = count === 0;
}

if (badge) {
  update();
  document.addEventListener('reading-list', update);
  window.addEventListener('storage', update);
}
