
/** A slider over the clips, and the teachers in their order at the one chosen. */
async function startClip(root) {
  const data = readJson(root, 'clips');
  const figure = readJson(root, 'figure');
  const slider = element('input', { type: 'range', min: 0, max: data.clips.length - 1,
    value: data.start, 'aria-label': 'clip' });
  const chosen = element('output', {});
  const body = element('tbody', {});
  const heads = ['#', 'teacher', 'RSR', 'place at first'].map(name =>
    element('th', { scope: 'col', style: name === 'teacher' ? '' : 'text-align:right' }, name));
  const table = element('table', { className: 'rsr-table' },
    element('thead', {}, element('tr', {}, ...heads)), body);
  root.querySelector('.rsr-panel').append(
    element('label', { className: 'rsr-bar' }, 'Clip ranks at ', slider, chosen), table);
  const canvas = await drawFigure(root, figure, root.querySelector('.rsr-plot'));
  const orderAt = at => [...data.teachers].sort((a, b) => a.rsr[at] - b.rsr[at]);
  const first = orderAt(data.start).map(teacher => teacher.name);
  const show = () => {
    const at = Number(slider.value);
    const clip = data.clips[at];
    chosen.textContent = String(clip);
    slider.setAttribute('aria-valuetext', 'clip ' + clip);
    body.replaceChildren(...orderAt(at).map((teacher, place) => row(teacher, place, at, first)));
    if (canvas) {
      window.Plotly.relayout(canvas, { shapes: [{ type: 'line', x0: clip, x1: clip, yref: 'paper',
        y0: 0, y1: 1, line: { color: '#888', width: 1, dash: 'dot' } }] });
    }
  };
  slider.oninput = show;
  show();
}

function row(teacher, place, at, first) {
  const right = text => element('td', { style: 'text-align:right' }, text);
  const before = first.indexOf(teacher.name);
  const moved = before === place ? '' : before > place ? ' ▲' : ' ▼';
  return element('tr', {}, right(String(place + 1)), element('td', { dir: 'auto' }, teacher.name),
    right(shown(teacher.rsr[at])), right(`${before + 1}${moved}`));
}
