/** Tells screen readers what a click has done. */
export function announce(text) {
  const region = document.querySelector('[data-announce]');
  if (region) {
    region.textContent = text;
  }
}
