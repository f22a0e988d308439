
/**
 * Draws a long text piece by piece: only what is in sight stands in the page. Blocks end at line
 * ends where they can.
 */
function tokenBlocks(scroller, texts, makeToken) {
  const blocks = [];
  const watch = new IntersectionObserver(entries => entries.forEach(entry => {
    const block = entry.target.rsrBlock;
    if (entry.isIntersecting) fill(block); else clear(block);
  }), { root: scroller, rootMargin: '800px 0px' });

  function fill(block) {
    if (block.full) return;
    block.full = true;
    block.node.style.height = '';
    for (let i = block.from; i < block.to; i++) block.node.append(makeToken(i));
  }
  function clear(block) {
    if (!block.full || block.node.contains(document.activeElement)) return;
    block.full = false;
    block.node.style.height = block.node.offsetHeight + 'px';
    block.node.replaceChildren();
  }
  for (let from = 0; from < texts.length;) {
    let to = from;
    let letters = 0;
    while (to < texts.length && to - from < 400) {
      letters += texts[to].length;
      const lineEnds = texts[to++].includes('\n');
      if (lineEnds && to - from >= 120) break;
    }
    const node = element('div', { dir: 'auto' });
    node.style.height = Math.ceil(letters / 80) * 23 + 'px';
    node.rsrBlock = { from, to, node, full: false };
    blocks.push(node.rsrBlock);
    scroller.append(node);
    watch.observe(node);
    from = to;
  }
  window.addEventListener('beforeprint', () => blocks.forEach(fill)); // paper has no scrolling
  return {
    /** The element of token i, drawn now if it was not. */
    token(i) {
      const block = blocks.find(each => i < each.to);
      fill(block);
      return block.node.children[i - block.from];
    },
    redraw() {
      blocks.filter(block => block.full).forEach(block => {
        block.full = false;
        block.node.replaceChildren();
        fill(block);
      });
    },
  };
}
