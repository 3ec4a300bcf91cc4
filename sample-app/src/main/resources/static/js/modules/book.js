import { announce } from './announce.js';
import { has, toggle } from './reading-list.js';

const button = document.querySelector('[data-reading-list-toggle]');

function show(listed) {
  button.setAttribute('aria-pressed', String(listed));
  button.textContent = listed ? 'On your reading list' : 'Add to reading list';
}

if (button) {
  const slug = button.dataset.readingListToggle;
  button.hidden = false;
  show(has(slug));
  button.addEventListener('click', () => {
    const listed = toggle(slug);
    show(listed);
    announce(listed ? 'Added to your reading list' : 'Removed from your reading list');
  });
}
