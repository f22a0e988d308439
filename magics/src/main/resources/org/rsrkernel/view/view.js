
/**
 * The output that this script belongs to: the one it stands in. VS Code runs a copy of it behind all
 * of them; there it is the first that waits for this kind of start.
 */
function ownRoot(start) {
  const script = document.currentScript;
  const root = script && (script.closest('.rsr-view')
    || script.parentElement.querySelector(`.rsr-view[data-start="${start}"]`));
  if (root) root.dataset.start = '';
  return root;
}

function readJson(root, name) {
  const script = root.querySelector('script.rsr-' + name);
  return script ? JSON.parse(script.textContent) : null;
}

/** What an inert script element carries as gzip in base64. */
function unpacked(script) {
  const bytes = Uint8Array.from(atob(script.textContent.trim()), c => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}

/** Makes an element; `properties` are set on it, `children` are nodes or text. */
function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name in made && name !== 'style' && name !== 'role') made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A number with four significant digits. */
function shown(value) {
  if (value === null || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return value.toExponential(3);
  return size >= 1000 ? String(Math.round(value)) : value.toPrecision(4);
}

/** Calls `changed` whenever the notebook's or the browser's colours change, while `root` is shown. */
function onThemeChange(root, changed) {
  const again = () => { if (root.isConnected) changed(); };
  new MutationObserver(again).observe(document.body,
    { attributes: true, attributeFilter: ['data-jp-theme-light', 'data-jp-theme-name', 'class'] });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
}
