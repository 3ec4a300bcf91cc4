const KEY = 'reading-list';
const LIMIT = 60;

export function slugs() {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? value.filter((slug) => typeof slug === 'string') : [];
  } catch {
    return [];
  }
}

export function has(slug) {
  return slugs().includes(slug);
}

export function toggle(slug) {
  const without = slugs().filter((each) => each !== slug);
  const next = has(slug) ? without : [slug, ...without].slice(0, LIMIT);
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    return has(slug);
  }
  document.dispatchEvent(new CustomEvent('reading-list'));
  return next.includes(slug);
}
