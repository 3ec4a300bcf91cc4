import { slugs } from './reading-list.js';

const target = document.querySelector('[data-reading-list]');
const listed = slugs();

if (target && listed.length > 0) {
  const query = new URLSearchParams(listed.map((slug) => ['slug', slug]));
  try {
    const response = await fetch(`${target.dataset.readingList}?${query}`);
    if (response.ok) {
      target.innerHTML = await response.text();
    }
  } catch {
    target.textContent = 'The shop cannot be reached at the moment.';
  }
}
