
/** What a token's colour means: `value` of token i, and `full`, at which the colour is strongest. */
function tokenModes(view, scale) {
  const clipped = i => Math.min(view.rank[i], view.clip);
  const modes = {
    rank: { name: 'rank', value: i => view.rank[i], buckets: true },
    surprisal: { name: 'surprisal (nats)', value: i => view.surprisal[i], full: scale.fullSurprisal },
    rsr: { name: 'clipped rank / surprisal', full: scale.fullRsr,
      value: i => clipped(i) / Math.max(view.surprisal[i], 1e-9) },
    probability: { name: 'improbability', value: i => 1 - Math.exp(-view.surprisal[i]), full: 1 },
  };
  if (view.other) {
    modes.difference = { name: 'surprisal: less than under ' + view.other.name + ', or more', full: 4, signed: true,
      value: i => view.surprisal[i] - view.other.surprisal[i] };
  }
  return modes;
}

function rankBucket(rank, thresholds) {
  let bucket = 0;
  while (bucket < thresholds.length && rank > thresholds[bucket]) bucket++;
  return bucket;
}

/** Colours a token's element; positive values are orange, negative ones blue with a dashed line. */
function paint(target, mode, value, scale) {
  if (mode.buckets) {
    const bucket = rankBucket(value, scale.thresholds);
    target.style.backgroundColor = scale.colours[bucket];
    target.style.borderBottom = scale.underlines[bucket];
    return;
  }
  const alpha = (scale.strongest * Math.min(1, Math.abs(value) / mode.full)).toFixed(2);
  target.style.backgroundColor = value < 0 ? `rgba(0,114,178,${alpha})` : `rgba(213,94,0,${alpha})`;
  target.style.borderBottom = value < 0 && alpha > 0.05 ? '1px dashed' : '';
}

function legend(mode, scale) {
  const line = element('span', { className: 'rsr-legend' }, mode.name + ' ');
  const entry = (text, value) => {
    const swatch = element('span', {}, text);
    paint(swatch, mode, value, scale);
    line.append(swatch, ' ');
  };
  if (mode.buckets) {
    scale.thresholds.forEach((limit, i) => entry('≤ ' + limit, limit));
    const last = scale.thresholds[scale.thresholds.length - 1];
    entry('> ' + last, last + 1);
  } else {
    const lowest = mode.signed ? -1 : 0;
    for (let step = lowest; step <= 1; step += 0.25) entry(String(step * mode.full), step * mode.full);
  }
  return line;
}

/** Tokens of one sentence, line or step share a number; blank lines part steps, if there are any. */
function groupsOf(view, unit) {
  if (unit === 'token') return null;
  const next = i => view.text[i + 1] || '';
  const line = text => text.includes('\n');
  const blank = (text, i) => text.includes('\n') && (text.includes('\n↵') || next(i).startsWith('↵'));
  const ends = {
    line,
    sentence: (text, i) => line(text) || /[.!?。！？]["')\]]*$/.test(text) && /^\s/.test(next(i)),
    step: view.text.some(blank) ? blank : line,
  };
  let group = 0;
  return view.text.map((text, i) => ends[unit](text, i) ? group++ : group);
}

/** A token's value, or that of its sentence: of ratios the ratio of sums, of the rest the mean. */
function groupedValues(view, modeName, mode, groups) {
  if (!groups) return mode.value;
  const sums = new Map();
  groups.forEach((group, i) => {
    if (!view.rank[i]) return;
    const sum = sums.get(group) || { ranks: 0, nats: 0, values: 0, tokens: 0 };
    sum.ranks += Math.min(view.rank[i], view.clip);
    sum.nats += view.surprisal[i];
    sum.values += modeName === 'rank' ? Math.min(view.rank[i], view.clip) : mode.value(i);
    sum.tokens++;
    sums.set(group, sum);
  });
  return i => {
    const sum = sums.get(groups[i]);
    return modeName === 'rsr' ? sum.ranks / Math.max(sum.nats, 1e-9) : sum.values / sum.tokens;
  };
}
