
/** One trajectory's tokens with what is said of the one pointed at. */
class TokenText {
  constructor(place, view, scale) {
    this.view = view;
    this.scale = scale;
    this.scored = view.rank.flatMap((rank, i) => rank ? [i] : []);
    this.sums = { ranks: 0, nats: 0 };
    for (const i of this.scored) {
      this.sums.ranks += Math.min(view.rank[i], view.clip);
      this.sums.nats += view.surprisal[i];
    }
    this.detail = element('div', { className: 'rsr-detail', role: 'status', 'aria-live': 'polite' },
      'Point at a token, or move with the arrow keys.');
    this.text = element('div', { className: 'rsr-text', tabIndex: 0, role: 'group',
      'aria-label': view.summary + '. Arrow keys move from token to token.' });
    place.append(element('div', {}, element('div', {}, element('strong', {}, view.summary)), this.detail, this.text));
    this.text.addEventListener('mouseover', event => {
      const token = event.target.closest('[data-i]');
      if (token) this.tell(Number(token.dataset.i));
    });
    this.text.addEventListener('keydown', event => this.move(event));
  }

  show(modeName, unit) {
    const modes = tokenModes(this.view, this.scale);
    const name = modes[modeName] ? modeName : 'rank';
    this.mode = unit !== 'token' && name === 'rank'
      ? { name: 'mean clipped rank', full: this.view.clip / 5, value: modes.rank.value } : modes[name];
    this.value = groupedValues(this.view, name, this.mode, groupsOf(this.view, unit));
    if (this.blocks) this.blocks.redraw();
    else this.blocks = tokenBlocks(this.text, this.view.text, i => this.make(i));
    return legend(this.mode, this.scale);
  }

  make(i) {
    const token = element('span', {}, this.view.text[i]);
    token.dataset.i = i;
    if (!this.view.rank[i]) token.className = 'rsr-prompt';
    else paint(token, this.mode, this.value(i), this.scale);
    if (this.found && this.found.has(i)) token.classList.add('rsr-found');
    if (i === this.here) token.classList.add('rsr-here');
    return token;
  }

  tell(i) {
    const view = this.view;
    const name = element('b', {}, '‹' + view.text[i].replace(/\n/g, '') + '›');
    if (!view.rank[i]) {
      this.detail.replaceChildren(name, ' prompt, not scored');
      return;
    }
    const rank = Math.min(view.rank[i], view.clip);
    const figures = ` rank ${view.rank[i]} · ${shown(view.surprisal[i])} nats · p ${
      shown(Math.exp(-view.surprisal[i]))} · ratio ${shown(rank / view.surprisal[i])} · ${
      shown(100 * rank / this.sums.ranks)} % of ranks, ${
      shown(100 * view.surprisal[i] / this.sums.nats)} % of surprisal`;
    this.detail.replaceChildren(name, figures);
    if (view.other) {
      this.detail.append(` · ${view.other.name}: rank ${view.other.rank[i]}, ${
        shown(view.other.surprisal[i])} nats`);
    }
    const likelier = view.alternatives[i];
    if (likelier) {
      this.detail.append(element('div', {}, 'likelier: '
        + likelier.map(([text, p]) => `‹${text.replace(/\n/g, '')}› ${shown(p)}`).join('  ')));
    }
  }

  goTo(i) {
    if (this.here !== undefined) this.blocks.token(this.here).classList.remove('rsr-here');
    this.here = i;
    const token = this.blocks.token(i);
    token.classList.add('rsr-here');
    token.scrollIntoView({ block: 'nearest' });
    this.tell(i);
  }

  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const from = this.here === undefined ? this.scored[0] - step : this.here;
    this.goTo(Math.max(0, Math.min(this.view.text.length - 1, from + step)));
  }

  /** Jumps to the next most surprising token. */
  worst() {
    if (!this.ranking) {
      this.ranking = [...this.scored].sort((a, b) => this.view.surprisal[b] - this.view.surprisal[a]);
      this.nextWorst = 0;
    }
    if (this.ranking.length) this.goTo(this.ranking[this.nextWorst++ % this.ranking.length]);
  }

  /** Marks the tokens that make up each place of `words`; gives the number of places. */
  search(words) {
    const starts = [];
    let joined = '';
    for (const text of this.view.text) { starts.push(joined.length); joined += text; }
    const places = [];
    this.found = new Set();
    const sought = words.toLowerCase();
    const searched = joined.toLowerCase();
    let i = 0;
    for (let at = sought ? searched.indexOf(sought) : -1; at >= 0; at = searched.indexOf(sought, at + 1)) {
      while (i + 1 < starts.length && starts[i + 1] <= at) i++;
      places.push(i);
      for (let k = i; k < starts.length && starts[k] < at + sought.length; k++) this.found.add(k);
    }
    this.blocks.redraw();
    return places;
  }
}

/** The heat map of one or two trajectories, with its controls, in `place`. */
function showTokens(place, data) {
  const scale = structuredClone(data.scale);
  const columns = element('div', { className: 'rsr-columns' });
  const panes = data.views.map(view => new TokenText(columns, view, scale));
  const modes = Object.keys(tokenModes(data.views[0], scale));
  const mode = choice('Colour', modes, data.mode);
  const unit = choice('by', ['token', 'sentence', 'line', 'step'], 'token');
  const limits = element('span', {});
  const key = element('span', {});
  const redraw = () => {
    panes.forEach(pane => key.replaceChildren(pane.show(mode.select.value, unit.select.value)));
    limits.hidden = mode.select.value !== 'rank' || unit.select.value !== 'token';
  };
  scale.thresholds.forEach((limit, i) => {
    const input = element('input', { type: 'number', min: 1, value: limit,
      'aria-label': 'rank threshold ' + (i + 1) });
    input.onchange = () => { scale.thresholds[i] = Math.max(1, Number(input.value) || 1); redraw(); };
    limits.append(i ? ' ' : 'ranks ', input);
  });
  mode.select.onchange = unit.select.onchange = redraw;
  const worst = element('button', { type: 'button', onclick: () => panes.forEach(pane => pane.worst()) },
    'Next worst');
  const bar = element('div', { className: 'rsr-bar' }, mode.label, unit.label, limits, worst, searchBox(panes));
  place.replaceChildren(bar, element('div', { className: 'rsr-bar rsr-key' }, key), columns);
  redraw();
}

function choice(name, values, chosen) {
  const select = element('select', { 'aria-label': name });
  values.forEach(value => select.append(element('option', { value, selected: value === chosen }, value)));
  return { select, label: element('label', {}, name + ' ', select) };
}

function searchBox(panes) {
  const count = element('span', { role: 'status' });
  const input = element('input', { type: 'search', placeholder: 'search', 'aria-label': 'search the tokens' });
  let places = [];
  let next = 0;
  input.oninput = () => {
    places = panes.flatMap(pane => pane.search(input.value).map(i => [pane, i]));
    next = 0;
    count.textContent = input.value ? ` ${places.length} found` : '';
  };
  input.onkeydown = event => {
    event.stopPropagation();
    if (event.key !== 'Enter' || !places.length) return;
    const [pane, i] = places[next++ % places.length];
    pane.goTo(i);
  };
  return element('span', {}, input, count);
}

async function startTokens(root) {
  const packed = root.querySelector('script.rsr-packed-tokens');
  showTokens(root.querySelector('.rsr-tokens'),
    packed ? await unpacked(packed).json() : readJson(root, 'tokens'));
}
