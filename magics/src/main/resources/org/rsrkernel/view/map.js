
const MOST_OFFERED = 2000; // a longer list to choose from takes seconds to build, and nobody reads it

/** Tells points apart, as far as hovering and clicking have to. */
function nameOf(place, id, teacher) {
  return JSON.stringify([place, id, teacher]);
}

/** The map, distributions at its margins, and under it the trajectories it is asked for. */
async function startMap(root) {
  const panel = root.querySelector('.rsr-panel');
  const settings = readJson(root, 'settings');
  const figure = withMargins(readJson(root, 'figure'));
  const labels = readJson(root, 'labels').map(label => label && '<br>' + label);
  const points = figure.data.filter(trace => trace.customdata).flatMap(trace =>
    trace.customdata.map(row => ({ id: row[0], rsr: row[1], tokens: row[2], place: row[4],
      teacher: trace.meta })));
  points.forEach((point, number) => { point.number = number; });
  figure.data.forEach(trace => (trace.customdata || []).forEach(row => { row[3] = labels[row[3]]; }));
  let packed = null;
  let shown = null;

  async function embedded() {
    packed = packed || unpacked(root.querySelector('script.rsr-trajectories')).text();
    return (await packed).split('\n');
  }
  function asked(point) {
    panel.replaceChildren(element('p', { role: 'status' },
      `Asking the kernel for the tokens of ${plain(point.id)} · ${point.teacher} …`));
    return askKernel(settings.kernel, point.number);
  }
  async function open(point) {
    shown = point;
    try {
      const view = point.place < 0 ? await asked(point) : JSON.parse((await embedded())[point.place]);
      if (shown === point) {
        showTokens(panel, { mode: settings.mode, scale: settings.scale, views: [view] });
      }
    } catch (problem) {
      if (shown === point) panel.replaceChildren(tokensLine(point, problem.message));
    }
  }
  const all = reachesKernel(settings.kernel) && points.length <= MOST_OFFERED;
  const offered = points.filter(point => all || point.place >= 0);
  root.querySelector('.rsr-map-note').after(chooser(offered, open));

  const canvas = await drawFigure(root, figure, root.querySelector('.rsr-plot'));
  if (!canvas) return;
  const known = new Map(points.map(each => [nameOf(each.place, each.id, each.teacher), each]));
  const pointOf = event =>
    known.get(nameOf(event.customdata[4], event.customdata[0], event.data.meta));
  canvas.on('plotly_click', event => {
    const hit = event.points.find(each => each.customdata);
    if (hit) open(pointOf(hit));
  });
  canvas.on('plotly_selected', event => {
    const hits = event ? event.points.filter(each => each.customdata).map(pointOf) : [];
    if (hits.length) panel.replaceChildren(brushed(hits, open));
  });
}

/** What to run in a cell where neither page nor kernel has the tokens, ready to be copied. */
function tokensLine(point, reason) {
  const line = `%rsr tokens ${quoted(plain(point.id))} --teacher ${quoted(point.teacher)}`;
  const copy = element('button', { type: 'button' }, 'Copy');
  copy.onclick = async () => {
    try {
      await navigator.clipboard.writeText(line);
      copy.textContent = 'Copied';
    } catch { // pages that may not write to the clipboard
      getSelection().selectAllChildren(copy.previousElementSibling);
    }
  };
  return element('p', { role: 'status' },
    `These tokens are not in this page, and ${reason}. In a cell: `,
    element('code', {}, line), ' ', copy);
}

/** Histograms of both axes, drawn from the points themselves. */
function withMargins(figure) {
  const teachers = figure.data.filter(trace => trace.customdata);
  for (const trace of teachers) {
    trace.legendgroup = trace.name;
    const shared = { type: 'histogram', legendgroup: trace.name, showlegend: false, opacity: 0.55,
      hoverinfo: 'skip', marker: { color: trace.marker.color } };
    figure.data.push({ ...shared, x: trace.x, yaxis: 'y2' }, { ...shared, y: trace.y, xaxis: 'x2' });
  }
  const margin = { domain: [0.88, 1], showgrid: false, zeroline: false, showticklabels: false };
  Object.assign(figure.layout, { barmode: 'overlay', hovermode: 'closest', dragmode: 'select',
    xaxis2: { ...margin }, yaxis2: { ...margin } });
  figure.layout.xaxis.domain = figure.layout.yaxis.domain = [0, 0.86];
  return figure;
}

/** The way to the tokens without a mouse. */
function chooser(points, open) {
  if (!points.length) return '';
  const select = element('select', { 'aria-label': 'trajectory to open' },
    element('option', { value: '' }, 'open a trajectory …'));
  points.forEach((point, i) => select.append(
    element('option', { value: i }, `${plain(point.id)} · ${point.teacher} · RSR ${point.rsr}`)));
  select.onchange = () => { if (select.value) open(points[select.value]); };
  return element('div', { className: 'rsr-bar' },
    'Click a point to see its tokens, drag over several to list them, or ', select);
}

function brushed(points, open) {
  const rows = points.slice(0, 100).map(point => element('tr', {},
    element('td', {}, element('button', { type: 'button', onclick: () => open(point) }, plain(point.id))),
    element('td', {}, point.teacher), element('td', { style: 'text-align:right' }, point.rsr),
    element('td', { style: 'text-align:right' }, String(point.tokens))));
  const heads = ['trajectory', 'teacher', 'RSR', 'tokens'].map(name => element('th', { scope: 'col' }, name));
  const more = points.length > rows.length ? `, the first ${rows.length} of them below` : '';
  return element('table', { className: 'rsr-table' },
    element('caption', {}, `${points.length} trajectories in the area${more}`),
    element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows));
}

/** Plotly's entities as text. */
function plain(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function quoted(text) {
  return /^[\w.:-]+$/.test(text) ? text : "'" + text.replace(/'/g, "'\\''") + "'";
}
