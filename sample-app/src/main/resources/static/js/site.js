// The menu button of small screens. Without this script the menu is simply open.
(() => {
  const button = document.querySelector('[data-menu-button]');
  const menu = document.getElementById('menu');
  if (!button || !menu) {
    return;
  }
  const show = (open) => {
    button.setAttribute('aria-expanded', String(open));
    menu.classList.toggle('menu--closed', !open);
  };
  button.hidden = false;
  show(false);
  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && button.getAttribute('aria-expanded') === 'true') {
      show(false);
      button.focus();
    }
  });
})();
