
/**
 * The page's plotly.js, as a promise. First of: the one an earlier output brought, a copy embedded
 * anywhere in the page, the file Jupyter serves beside the kernel's specification.
 */
function plotly() {
  if (!window.rsrPlotly) {
    window.rsrPlotly = pageRead().then(() => {
      const embedded = document.querySelector('script.rsr-plotly');
      return embedded ? started(embedded) : served();
    });
    window.rsrPlotly.catch(() => { window.rsrPlotly = null; }); // a later output may bring a copy
  }
  return window.rsrPlotly;
}

/** An embedded copy may stand below the first figure. */
function pageRead() {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise(done => document.addEventListener('DOMContentLoaded', done, { once: true }));
}

/** As text in the page, which pages allow that allow this very script. */
async function started(embedded) {
  document.head.append(element('script', { textContent: await unpacked(embedded).text() }));
  if (!window.Plotly) throw new Error('plotly.js did not start in this page');
  return window.Plotly;
}

function served() {
  const config = document.getElementById('jupyter-config-data');
  if (!config) {
    return Promise.reject(new Error('plotly.js is neither in this page nor served by Jupyter here; '
      + 'draw the plot with --standalone to embed it'));
  }
  const base = JSON.parse(config.textContent).baseUrl || '/';
  return loaded(base + 'kernelspecs/java-rsr/plotly.min.js');
}

function loaded(address) {
  return new Promise((done, failed) => {
    const script = element('script', { src: address });
    script.onload = () => window.Plotly ? done(window.Plotly)
      : failed(new Error('plotly.js did not start in this page'));
    script.onerror = () => failed(new Error('plotly.js could not be loaded from '
      + address.split('?')[0] + '; install the kernel again'));
    document.head.append(script);
  });
}

/** Plotly's colours from the page's. */
function themed(root, layout) {
  const style = getComputedStyle(root);
  const rgb = (style.color.match(/[\d.]+/g) || [128, 128, 128]).slice(0, 3).join(',');
  const themedLayout = structuredClone(layout);
  themedLayout.paper_bgcolor = layout.paper_bgcolor || 'rgba(0,0,0,0)';
  themedLayout.plot_bgcolor = layout.plot_bgcolor || 'rgba(0,0,0,0)';
  themedLayout.font = Object.assign({ family: style.fontFamily, size: 12, color: `rgb(${rgb})` },
    layout.font);
  for (const key of new Set(['xaxis', 'yaxis', ...Object.keys(layout)])) {
    if (!/^[xy]axis\d*$/.test(key)) continue;
    const rules = { gridcolor: `rgba(${rgb},0.12)`, zerolinecolor: `rgba(${rgb},0.25)`,
      linecolor: `rgba(${rgb},0.4)`, automargin: true };
    themedLayout[key] = Object.assign(rules, themedLayout[key]);
  }
  return themedLayout;
}

/**
 * More points than this project's own plots have are drawn by WebGL, where the browser has it. Below
 * that SVG is no slower, and sharper.
 */
function lightened(traces) {
  const points = traces.reduce((sum, trace) => sum + (trace.x || []).length, 0);
  if (points <= 6000 || !document.createElement('canvas').getContext('webgl')) return traces;
  return traces.map(trace => trace.type === 'scatter' && trace.mode === 'markers'
    ? { ...trace, type: 'scattergl' } : trace);
}

/** In a narrow column the legend goes below the plot. */
function fitted(layout, place) {
  if (place.clientWidth < 600) layout.legend = { orientation: 'h', y: -0.25, yanchor: 'top' };
  return layout;
}

/** Draws the figure in place of its picture; gives the plot's element. The picture stays on failure. */
async function drawFigure(root, figure, place) {
  try {
    const library = await plotly();
    const canvas = element('div', { style: 'width:100%' });
    canvas.style.height = (figure.layout.height || 460) + 'px';
    place.replaceChildren(canvas);
    const config = Object.assign({ displaylogo: false, responsive: true }, figure.config);
    await library.newPlot(canvas, lightened(figure.data), fitted(themed(root, figure.layout), canvas), config);
    onThemeChange(root, () => library.relayout(canvas, themed(root, figure.layout)));
    return canvas;
  } catch (problem) {
    place.append(element('p', { className: 'rsr-note', role: 'status' },
      'Shown as a picture: ' + problem.message + '.'));
    return null;
  }
}

function startFigure(root) {
  drawFigure(root, readJson(root, 'figure'), root.querySelector('.rsr-plot'));
}
