
const PAGE = 20;

/** Heads sort, pages turn; without this script the table stands there whole. */
function startTable(root) {
  const table = root.querySelector('table');
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  let page = 0;
  const position = element('span', { role: 'status' });
  const turn = (text, step) => element('button', { type: 'button', onclick: () => { page += step; show(); } }, text);
  const back = turn('Previous', -1);
  const on = turn('Next', 1);

  function show() {
    const from = page * PAGE;
    body.replaceChildren(...rows.slice(from, from + PAGE));
    position.textContent = `rows ${from + 1} to ${Math.min(from + PAGE, rows.length)} of ${rows.length}`;
    back.disabled = page === 0;
    on.disabled = from + PAGE >= rows.length;
  }
  function sort(column, head) {
    const down = head.getAttribute('aria-sort') === 'ascending';
    heads.forEach(each => each.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    rows.sort((a, b) => (down ? -1 : 1) * compared(a.cells[column], b.cells[column]));
    page = 0;
    show();
  }
  heads.forEach((head, column) => {
    head.tabIndex = 0;
    head.title = 'sort';
    head.onclick = () => sort(column, head);
    head.onkeydown = event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      sort(column, head);
    };
  });
  if (rows.length > PAGE) {
    table.after(element('div', { className: 'rsr-bar' }, back, position, on));
    show();
  }
}

function compared(a, b) {
  if ('order' in a.dataset && 'order' in b.dataset) return a.dataset.order - b.dataset.order;
  return a.textContent.localeCompare(b.textContent, undefined, { numeric: true });
}
