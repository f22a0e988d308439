
/**
 * Asks the kernel that drew this output for the thing of a number, as JSON. Outputs have no way to
 * the kernel of their own, so this opens one as Jupyter's pages do; that works only in pages that a
 * Jupyter server sends. Waits for a cell that runs.
 */
async function askKernel(address, number) {
  if (!reachesKernel(address)) throw new Error('there is no kernel behind this page');
  const { baseUrl, token } = JSON.parse(document.getElementById('jupyter-config-data').textContent);
  const kernels = new URL((baseUrl || '/') + 'api/kernels', location.href);
  const key = token ? 'token=' + encodeURIComponent(token) : '';
  const answer = await fetch(`${kernels}?${key}`);
  if (!answer.ok) throw new Error('Jupyter does not tell its kernels to this page');
  const alive = (await answer.json()).find(kernel => kernel.id === address.kernel);
  if (!alive || alive.execution_state === 'dead') throw new Error('the kernel has ended');
  const session = crypto.randomUUID();
  const socket = new WebSocket(
    `${kernels}/${address.kernel}/channels?session_id=${session}&${key}`.replace(/^http/, 'ws'));
  try {
    return await answerOn(socket, session, address, number);
  } finally {
    socket.close();
  }
}

function answerOn(socket, session, address, number) {
  const comm = crypto.randomUUID();
  const question = { comm_id: comm, target_name: address.target,
    data: { page: address.page, number: String(number) } };
  return new Promise((found, failed) => {
    socket.onopen = () => socket.send(JSON.stringify({ channel: 'shell', content: question,
      header: { msg_id: crypto.randomUUID(), msg_type: 'comm_open', session, username: '',
        date: new Date().toISOString(), version: '5.3' },
      parent_header: {}, metadata: {}, buffers: [] }));
    socket.onmessage = event => {
      const message = JSON.parse(event.data);
      if (message.content.comm_id !== comm) return;
      const { found: thing, problem } = message.content.data;
      if (thing) found(JSON.parse(thing));
      else failed(new Error(problem || 'the kernel refuses the question'));
    };
    socket.onclose = () => failed(new Error('the connection to the kernel broke'));
  });
}

function reachesKernel(address) {
  return Boolean(address && document.getElementById('jupyter-config-data'));
}
