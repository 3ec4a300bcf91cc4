// The shop's own day, not the visitor's.
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/London' }).format(new Date());

for (const row of document.querySelectorAll('[data-opening-hours] tr')) {
  if (row.cells[0].textContent === weekday) {
    row.classList.add('hours__today');
    row.cells[0].append(' (today)');
  }
}
