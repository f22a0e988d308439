# The decoder that every family shares: TorchScript, in the form libtorch reads from an archive.
#
# It holds no weights. What a family fixes (heads, norms, activations, caps) are the attributes
# below, written into the archive beside this text; what a layer owns comes as `w`, a dictionary
# that has a tensor only where the family has one.
#
# N tokens of a batch, D hidden size, Q and K query and key heads, H size of a head,
# G = Q / K query heads that share a key head, S scored rows, V vocabulary.
class Decoder(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : int
  key_heads : int
  head_size : int
  norm_kind : str
  norm_epsilon : float
  activation : str
  embedding_scale : float
  attention_scale : float
  attention_cap : float
  logit_cap : float
  parallel_residual : bool
  experts_per_token : int
  experts_sum_to_one : bool

  def embed(self: __torch__.Decoder,
    w: Dict[str, Tensor],
    ids: Tensor,
    positions: Tensor) -> Tensor:
    x = torch.embedding(w["token_embedding"], ids)
    if "position_embedding" in w:
      x = x + torch.embedding(w["position_embedding"], positions)
    if self.embedding_scale != 1.:
      x = x * torch.full([1], self.embedding_scale, dtype=x.dtype, device=x.device)
    return x

  # The reference's own first step of every rotary embedding, in float32.
  def rotary_powers(self: __torch__.Decoder,
    theta: float,
    size: int) -> Tensor:
    return torch.pow(theta, torch.arange(0, size, 2, dtype=6) / size)

  # frequencies [sequences, size / 2], sequence_of_token [N] -> cosines and sines [N, 1, size / 2]
  def rotations(self: __torch__.Decoder,
    positions: Tensor,
    frequencies: Tensor,
    sequence_of_token: Tensor,
    magnitude: float,
    dtype: int) -> Tuple[Tensor, Tensor]:
    own = torch.index_select(frequencies, 0, sequence_of_token)
    angles = torch.unsqueeze(torch.unsqueeze(torch.to(positions, 6), 1) * own, 1)
    return (torch.to(torch.cos(angles) * magnitude, dtype), torch.to(torch.sin(angles) * magnitude, dtype))

  # One layer of all tokens, x [N, D], segment by segment.
  #
  # segments: for each its start, length and number of ancestors, then start and length of each
  #   ancestor from the root down.
  # window: how many tokens a token sees, its own included; 0 for all.
  def layer(self: __torch__.Decoder,
    x: Tensor,
    cosines: Tensor,
    sines: Tensor,
    segments: List[int],
    window: int,
    w: Dict[str, Tensor]) -> Tensor:
    q, k, v = self.heads_of(x, cosines, sines, w)
    return self.complete(x, self.attend_to_segments(q, k, v, segments, window), w)

  # The same with all segments at once, by a kernel that GPUs have: they would wait for each other's
  # starts otherwise.
  #
  # key_rows: rows of x on the path of each segment, one path after another.
  # query_starts, key_starts: where segments start in x and paths in key_rows, and where they end.
  # longest_segment, longest_path: tokens of each.
  def layer_at_once(self: __torch__.Decoder,
    x: Tensor,
    cosines: Tensor,
    sines: Tensor,
    key_rows: Tensor,
    query_starts: Tensor,
    key_starts: Tensor,
    longest_segment: int,
    longest_path: int,
    window: int,
    w: Dict[str, Tensor]) -> Tensor:
    q, k, v = self.heads_of(x, cosines, sines, w)
    k = self.along_paths(k, key_rows)
    v = self.along_paths(v, key_rows)
    reach = annotate(Optional[int], None)
    if window > 0 and window < longest_path:
      reach = window
    # 2: causal from the last query and key backwards
    attended, _1, _2, _3, _4, _5 = torch._efficient_attention_forward(torch.unsqueeze(q, 0), k, v, None, query_starts, key_starts, longest_segment, longest_path, 0., 2, False, scale=self.attention_scale, seqlen_k=None, window_size=reach)
    return self.complete(x, attended, w)

  # A long sequence goes through a layer in lanes, one thread each, in three steps, each of which all
  # lanes end before any begins the next. This is the first: queries, keys and values of a lane's rows
  # [start, start + rows), into those of all tokens: q [N, Q, H], k and v [N, K, H].
  def lane_heads(self: __torch__.Decoder,
    q: Tensor,
    k: Tensor,
    v: Tensor,
    x: Tensor,
    cosines: Tensor,
    sines: Tensor,
    start: int,
    rows: int,
    w: Dict[str, Tensor]) -> Tensor:
    own_q, own_k, own_v = self.heads_of(torch.narrow(x, 0, start, rows), torch.narrow(cosines, 0, start, rows), torch.narrow(sines, 0, start, rows), w)
    _ = torch.copy_(torch.narrow(q, 0, start, rows), own_q)
    _ = torch.copy_(torch.narrow(k, 0, start, rows), own_k)
    return torch.copy_(torch.narrow(v, 0, start, rows), own_v)

  # The second: what a lane's rows attend to, into out [N, Q, H]. Keys before the lane's and its own
  # are two attentions, the latter causal, weighted by the exponentials that each has summed.
  def lane_attention(self: __torch__.Decoder,
    out: Tensor,
    q: Tensor,
    k: Tensor,
    v: Tensor,
    start: int,
    rows: int) -> Tensor:
    groups = self.heads // self.key_heads
    own_q = torch.permute(torch.view(torch.narrow(q, 0, start, rows), [rows, self.key_heads, groups, self.head_size]), [1, 2, 0, 3])
    attended, mass = self.flash(own_q, torch.narrow(k, 0, start, rows), torch.narrow(v, 0, start, rows), True)
    if start > 0:
      before, mass_before = self.flash(own_q, torch.narrow(k, 0, 0, start), torch.narrow(v, 0, 0, start), False)
      share = torch.unsqueeze(torch.sigmoid(mass_before - mass), -1)
      attended = torch.lerp(attended, before, torch.to(share, attended.dtype))
    own = torch.narrow(out, 0, start, rows)
    self.write(own, attended)
    return own

  # Attention of queries [K, G, N, H] to keys and values [T, K, H], and the logarithm of each
  # query's sum of exponentials, [K, G, N].
  def flash(self: __torch__.Decoder,
    q: Tensor,
    k: Tensor,
    v: Tensor,
    causal: bool) -> Tuple[Tensor, Tensor]:
    shape = [q.size(0), q.size(1), k.size(0), k.size(2)]
    keys = torch.expand(torch.unsqueeze(torch.transpose(k, 0, 1), 1), shape)
    values = torch.expand(torch.unsqueeze(torch.transpose(v, 0, 1), 1), shape)
    return torch._scaled_dot_product_flash_attention_for_cpu(q, keys, values, 0., causal, attn_mask=None, scale=self.attention_scale)

  # The third: the rest of the layer, of a lane's rows, in place.
  def lane_rest(self: __torch__.Decoder,
    x: Tensor,
    attended: Tensor,
    start: int,
    rows: int,
    w: Dict[str, Tensor]) -> Tensor:
    own = torch.narrow(x, 0, start, rows)
    return torch.copy_(own, self.complete(own, torch.narrow(attended, 0, start, rows), w))

  # Keys or values [N, K, H] of all paths, each beside all query heads that share it: [1, rows, Q, H].
  def along_paths(self: __torch__.Decoder,
    k: Tensor,
    key_rows: Tensor) -> Tensor:
    own = torch.unsqueeze(torch.index_select(k, 0, key_rows), 2)
    shared = torch.expand(own, [own.size(0), self.key_heads, self.heads // self.key_heads, self.head_size])
    return torch.reshape(shared, [1, own.size(0), self.heads, self.head_size])

  # Queries [N, Q, H], keys and values [N, K, H] of all tokens.
  def heads_of(self: __torch__.Decoder,
    x: Tensor,
    cosines: Tensor,
    sines: Tensor,
    w: Dict[str, Tensor]) -> Tuple[Tensor, Tensor, Tensor]:
    n = x.size(0)
    size = self.head_size
    fused = torch.linear(self.norm(x, w, "attention_norm"), w["qkv.weight"], w.get("qkv.bias"))
    q = self.head_norm(torch.narrow(fused, 1, 0, self.heads * size), w, "query_norm")
    k = self.head_norm(torch.narrow(fused, 1, self.heads * size, self.key_heads * size), w, "key_norm")
    v = torch.narrow(fused, 1, (self.heads + self.key_heads) * size, self.key_heads * size)
    q = torch.view(q, [n, self.heads, size])
    k = torch.view(k, [n, self.key_heads, size])
    v = torch.view(v, [n, self.key_heads, size])
    self.rotate(q, cosines, sines)
    self.rotate(k, cosines, sines)
    return (q, k, v)

  # What follows the attention of a layer; `attended` holds N x Q x H values.
  def complete(self: __torch__.Decoder,
    x: Tensor,
    attended: Tensor,
    w: Dict[str, Tensor]) -> Tensor:
    attended = torch.linear(torch.view(attended, [x.size(0), self.heads * self.head_size]), w["output.weight"], w.get("output.bias"))
    attended = self.norm(attended, w, "attention_post_norm")
    if self.parallel_residual:
      transformed = self.feed_forward(self.norm(x, w, "feed_forward_norm"), w)
      return torch.add_(torch.add_(transformed, attended), x)
    x = torch.add_(attended, x)
    transformed = self.feed_forward(self.norm(x, w, "feed_forward_norm"), w)
    return torch.add_(self.norm(transformed, w, "feed_forward_post_norm"), x)

  # A norm that the family has not leaves x as it is.
  def norm(self: __torch__.Decoder,
    x: Tensor,
    w: Dict[str, Tensor],
    name: str) -> Tensor:
    if name + ".weight" in w:
      weight = w[name + ".weight"]
      size = [weight.size(0)]
      if self.norm_kind == "layer":
        x = torch.layer_norm(x, size, weight, w.get(name + ".bias"), self.norm_epsilon)
      elif self.norm_kind == "rms_plus_one":
        x = torch.to(torch.rms_norm(torch.to(x, 6), size, torch.to(weight, 6) + 1., self.norm_epsilon), x.dtype)
      elif self.norm_kind == "rms_wide":
        x = torch.rms_norm(x, size, weight, self.norm_epsilon)
      else:
        x = torch.mul_(torch.rms_norm(x, size, None, self.norm_epsilon), weight)
    return x

  def attend_to_segments(self: __torch__.Decoder,
    q: Tensor,
    k: Tensor,
    v: Tensor,
    segments: List[int],
    window: int) -> Tensor:
    n = q.size(0)
    size = self.head_size
    attended = torch.empty([n, self.heads, size], dtype=q.dtype, device=q.device)
    # one more axis, so that the query heads of a key head share it without a copy: [K, G, N, H]
    q = torch.permute(torch.view(q, [n, self.key_heads, self.heads // self.key_heads, size]), [1, 2, 0, 3])
    k = torch.unsqueeze(torch.transpose(k, 0, 1), 1)
    v = torch.unsqueeze(torch.transpose(v, 0, 1), 1)
    i = 0
    while i < len(segments):
      start = segments[i]
      length = segments[i + 1]
      ancestors = segments[i + 2]
      i = i + 3
      path_k = torch.narrow(k, 2, start, length)
      path_v = torch.narrow(v, 2, start, length)
      if ancestors > 0:
        keys = annotate(List[Tensor], [])
        values = annotate(List[Tensor], [])
        for a in range(ancestors):
          torch.append(keys, torch.narrow(k, 2, segments[i], segments[i + 1]))
          torch.append(values, torch.narrow(v, 2, segments[i], segments[i + 1]))
          i = i + 2
        torch.append(keys, path_k)
        torch.append(values, path_v)
        path_k = torch.cat(keys, 2)
        path_v = torch.cat(values, 2)
      self.attend(torch.narrow(attended, 0, start, length), torch.narrow(q, 2, start, length), path_k, path_v, window)
    return attended

  # Each query sees the keys up to its own, which is as far from the last key as the query from the
  # last query; of those the nearest `window`, if that is not 0. Writes to out [N, Q, H].
  def attend(self: __torch__.Decoder,
    out: Tensor,
    q: Tensor,
    k: Tensor,
    v: Tensor,
    window: int) -> None:
    rows = q.size(2)
    before = k.size(2) - rows
    reach = k.size(2)
    if window > 0:
      reach = min(reach, window)
    if before == 0 and reach == rows and not self.plain_attention(q):
      self.write(out, self.attend_rows(q, k, v, None, True))
    else:
      # blocks of rows keep the mask small, so that memory grows with the length alone
      start = 0
      while start < rows:
        block = min(512, rows - start)
        first = max(0, before + start + 1 - reach)
        keys = before + start + block - first
        mask = torch.full([block, keys], -inf, dtype=q.dtype, device=q.device)
        mask = torch.triu(mask, keys - block + 1)
        if reach < keys:
          far = torch.full([block, keys], -inf, dtype=q.dtype, device=q.device)
          mask = mask + torch.tril(far, keys - block - reach)
        block_q = torch.narrow(q, 2, start, block)
        block_k = torch.narrow(k, 2, first, keys)
        block_v = torch.narrow(v, 2, first, keys)
        self.write(torch.narrow(out, 0, start, block), self.attend_rows(block_q, block_k, block_v, mask, False))
        start = start + block
    return None

  # No fused kernel bounds scores. Those of GPUs, given masks of ever changing sizes, were slow in
  # half precision and wrong for some rows in float32 (H200, libtorch 2.11).
  def plain_attention(self: __torch__.Decoder,
    q: Tensor) -> bool:
    return self.attention_cap != 0. or q.is_cuda

  def attend_rows(self: __torch__.Decoder,
    q: Tensor,
    k: Tensor,
    v: Tensor,
    mask: Optional[Tensor],
    causal: bool) -> Tensor:
    if self.plain_attention(q) and mask is not None:
      scores = torch.matmul(q, torch.transpose(k, 2, 3)) * self.attention_scale
      if self.attention_cap != 0.:
        scores = torch.tanh(scores / self.attention_cap) * self.attention_cap
      attended = torch.matmul(torch.to(torch.softmax(scores + mask, -1, 6), q.dtype), v)
    else:
      group = [q.size(0), q.size(1), k.size(2), k.size(3)]
      attended = torch.scaled_dot_product_attention(q, torch.expand(k, group), torch.expand(v, group), mask, 0., causal, scale=self.attention_scale)
    return attended

  def write(self: __torch__.Decoder,
    out: Tensor,
    attended: Tensor) -> None:
    _ = torch.copy_(torch.view(out, [out.size(0), attended.size(0), attended.size(1), attended.size(3)]), torch.permute(attended, [2, 0, 1, 3]))
    return None

  # Over each head where the norm is as wide as a head, over all heads together where it is wider.
  def head_norm(self: __torch__.Decoder,
    x: Tensor,
    w: Dict[str, Tensor],
    name: str) -> Tensor:
    if name + ".weight" in w:
      width = w[name + ".weight"].size(0)
      x = torch.reshape(self.norm(torch.reshape(x, [x.size(0), x.size(1) // width, width]), w, name), [x.size(0), x.size(1)])
    return x

  # In place. The first half of what is rotated pairs with its second half; the rest of a head stays.
  def rotate(self: __torch__.Decoder,
    x: Tensor,
    cosines: Tensor,
    sines: Tensor) -> None:
    half = cosines.size(2)
    if half > 0:
      a = torch.narrow(x, 2, 0, half)
      b = torch.narrow(x, 2, half, half)
      turned = torch.mul(a, sines)
      _ = torch.sub_(torch.mul_(a, cosines), torch.mul(b, sines))
      _ = torch.add_(torch.mul_(b, cosines), turned)
    return None

  def feed_forward(self: __torch__.Decoder,
    x: Tensor,
    w: Dict[str, Tensor]) -> Tensor:
    if "router.weight" in w:
      y = self.experts(x, w)
    else:
      # rows go by in even blocks through one space, so that the widest tensor of a layer stays near
      # the core and its memory is asked for once; a GPU takes them all at once
      block = x.size(0)
      if not x.is_cuda:
        blocks = max(1, (block + 384) // 768)
        block = (block + blocks - 1) // blocks
      name = "up"
      if "gate_up.weight" in w:
        name = "gate_up"
      y = torch.empty_like(x)
      space = torch.empty([block, w[name + ".weight"].size(0)], dtype=x.dtype, device=x.device)
      start = 0
      while start < x.size(0):
        rows = min(block, x.size(0) - start)
        inner = self.product(torch.narrow(x, 0, start, rows), w, name, torch.narrow(space, 0, 0, rows))
        if name == "gate_up":
          inner = self.gated(inner)
        else:
          inner = self.activate(inner)
        _ = self.product(inner, w, "down", torch.narrow(y, 0, start, rows))
        start = start + rows
    return y

  # A linear product into `out`.
  def product(self: __torch__.Decoder,
    x: Tensor,
    w: Dict[str, Tensor],
    name: str,
    out: Tensor) -> Tensor:
    weight = torch.t(w[name + ".weight"])
    if name + ".bias" in w:
      _ = torch.addmm(w[name + ".bias"], x, weight, out=out)
    else:
      _ = torch.mm(x, weight, out=out)
    return out

  # The gate's half, activated, times the other half.
  def gated(self: __torch__.Decoder,
    both: Tensor) -> Tensor:
    width = both.size(1) // 2
    return torch.mul_(self.activate(torch.narrow(both, 1, 0, width)), torch.narrow(both, 1, width, width))

  # Every token goes through its likeliest experts alone; experts.* hold all experts, one after another.
  def experts(self: __torch__.Decoder,
    x: Tensor,
    w: Dict[str, Tensor]) -> Tensor:
    shares = torch.softmax(torch.linear(x, w["router.weight"]), -1, 6)
    share, chosen = torch.topk(shares, self.experts_per_token, -1)
    if self.experts_sum_to_one:
      share = share / torch.sum(share, [-1], True)
    share = torch.to(share, x.dtype)
    count = w["router.weight"].size(0)
    gate_up = w["experts.gate_up.weight"]
    down = w["experts.down.weight"]
    double_width = gate_up.size(0) // count
    hidden = x.size(1)
    y = torch.zeros_like(x)
    for e in range(count):
      where = torch.nonzero(torch.eq(chosen, e))
      tokens = torch.select(where, 1, 0)
      if tokens.size(0) > 0:
        both = torch.linear(torch.index_select(x, 0, tokens), torch.narrow(gate_up, 0, e * double_width, double_width))
        out = torch.linear(self.gated(both), torch.narrow(down, 0, e * hidden, hidden))
        part = torch.gather(torch.index_select(share, 0, tokens), 1, torch.narrow(where, 1, 1, 1))
        _ = torch.index_add_(y, 0, tokens, out * part)
    return y

  # May write to x.
  def activate(self: __torch__.Decoder,
    x: Tensor) -> Tensor:
    if self.activation == "silu":
      y = torch.silu_(x)
    elif self.activation == "gelu":
      y = torch.gelu(x, approximate="none")
    else:
      y = torch.gelu(x, approximate="tanh")
    return y

  # The last norm, of the scored rows alone.
  def finish(self: __torch__.Decoder,
    x: Tensor,
    rows: Tensor,
    w: Dict[str, Tensor]) -> Tensor:
    return self.norm(torch.index_select(x, 0, rows), w, "final_norm")

  # Rank, surprisal, entropy and sum of squared probabilities of each row's target. The vocabulary
  # goes by in tiles of columns, and a tile in slices of rows, so that logits stay in the cache; sums
  # over the vocabulary are running sums.
  def score(self: __torch__.Decoder,
    x: Tensor,
    targets: Tensor,
    w: Dict[str, Tensor],
    columns: int) -> Tuple[Tensor, Tensor, Tensor, Tensor]:
    head = w["head"]
    vocabulary = head.size(0)
    rows = x.size(0)
    slice = rows
    if not x.is_cuda:
      slice = min(rows, 128) # half a megabyte of float32 logits
    # the diagonal of a product of the tiles' own kind: a bare dot product rounds otherwise, and
    # tokens that tie with the target would not
    target = torch.unsqueeze(torch.diagonal(self.logits(x, torch.index_select(head, 0, targets))), 1)
    target32 = torch.to(target, 6)
    # counted in float32, which is exact below 2^24 and sums faster than booleans
    larger = torch.zeros_like(target32)
    peak = torch.clone(target32)
    mass = torch.zeros_like(target32)
    moment = torch.zeros_like(target32)
    squares = torch.zeros_like(target32)
    tile = torch.empty([rows, columns], dtype=x.dtype, device=x.device)
    space = torch.empty([slice, columns], dtype=6, device=x.device)
    start = 0
    while start < vocabulary:
      width = min(columns, vocabulary - start)
      logits = self.logits_into(x, torch.narrow(head, 0, start, width), torch.narrow(tile, 1, 0, width))
      # the target's own column, which may round to more than `target`, does not count
      place = torch.unsqueeze(targets, 1) - start
      inside = torch.bitwise_and(torch.ge(place, 0), torch.lt(place, width))
      own = torch.gather(logits, 1, torch.clamp(place, 0, width - 1))
      larger = torch.sub_(larger, torch.to(torch.bitwise_and(inside, torch.gt(own, target)), 6))
      row = 0
      while row < rows:
        n = min(slice, rows - row)
        self.add_logits(torch.narrow(logits, 0, row, n), torch.narrow(target, 0, row, n), torch.narrow(larger, 0, row, n), torch.narrow(peak, 0, row, n), torch.narrow(mass, 0, row, n), torch.narrow(moment, 0, row, n), torch.narrow(squares, 0, row, n), torch.narrow(torch.narrow(space, 0, 0, n), 1, 0, width))
        row = row + n
      start = start + width
    log_mass = torch.log(mass)
    return (torch.flatten(torch.to(larger, 4) + 1), torch.flatten(peak + log_mass - target32), torch.flatten(log_mass - moment / mass), torch.flatten(squares / (mass * mass)))

  # Adds a slice of a tile to the running figures of its rows; may write to the slice.
  def add_logits(self: __torch__.Decoder,
    logits: Tensor,
    target: Tensor,
    larger: Tensor,
    peak: Tensor,
    mass: Tensor,
    moment: Tensor,
    squares: Tensor,
    space: Tensor) -> None:
    _ = torch.add_(larger, torch.sum(torch.gt(logits, target, out=space), [1], True))
    below = torch.to(logits, 6)
    new_peak = torch.maximum(peak, torch.amax(below, [1], True))
    shift = torch.sub_(peak, new_peak)
    shrink = torch.exp(shift)
    below = torch.sub_(below, new_peak)
    weight = torch.exp(below, out=space)
    length = torch.linalg_vector_norm(weight, 2, [1], True)
    _ = torch.add_(torch.mul_(squares, shrink * shrink), length * length)
    added = torch.sum(weight, [1], True)
    _ = torch.add_(torch.mul_(torch.add_(moment, shift * mass), shrink), torch.sum(torch.mul_(below, weight), [1], True))
    _ = torch.add_(torch.mul_(mass, shrink), added)
    _ = torch.copy_(peak, new_peak)
    return None

  def logits_into(self: __torch__.Decoder,
    x: Tensor,
    head: Tensor,
    out: Tensor) -> Tensor:
    _ = torch.mm(x, torch.t(head), out=out)
    if self.logit_cap != 0.:
      _ = torch.mul_(torch.tanh_(torch.div_(out, self.logit_cap)), self.logit_cap)
    return out

  # The `count` likeliest tokens after each row, the likeliest first, and their probabilities: both
  # [S, count].
  def likeliest(self: __torch__.Decoder,
    x: Tensor,
    w: Dict[str, Tensor],
    count: int) -> Tuple[Tensor, Tensor]:
    logits = torch.to(self.logits(x, w["head"]), 6)
    largest, ids = torch.topk(logits, min(count, logits.size(1)), -1)
    return (ids, torch.exp(largest - torch.logsumexp(logits, [-1], True)))

  def logits(self: __torch__.Decoder,
    x: Tensor,
    head: Tensor) -> Tensor:
    return self.logits_into(x, head, torch.empty([x.size(0), head.size(0)], dtype=x.dtype, device=x.device))

  # ---- weights: their type never leaves this text, since Java's side does not know bfloat16

  # A file's values from its first byte on, mapped, not read.
  def map_file(self: __torch__.Decoder,
    path: str,
    values: int,
    dtype: int) -> Tensor:
    return torch.from_file(path, False, values, dtype=dtype)

  def view(self: __torch__.Decoder,
    values: Tensor,
    start: int,
    shape: List[int]) -> Tensor:
    count = 1
    for i in range(len(shape)):
      count = count * shape[i]
    return torch.view(torch.narrow(values, 0, start, count), shape)

  def allocate(self: __torch__.Decoder,
    shape: List[int],
    dtype: int,
    like: Tensor) -> Tensor:
    return torch.empty(shape, dtype=dtype, device=like.device)

  # A stored tensor in the order the program multiplies with.
  def lay_out(self: __torch__.Decoder,
    values: Tensor,
    layout: str) -> Tensor:
    if layout == "transposed":
      values = torch.t(values)
    elif layout == "head_by_head":
      shape = values.size()
      heads = torch.view(values, [self.heads, 3, self.head_size, -1])
      values = torch.reshape(torch.transpose(heads, 0, 1), shape)
    return values

  # Writes values into rows [start, start + values.size(0)) of a tensor, in its own type.
  def fill(self: __torch__.Decoder,
    target: Tensor,
    start: int,
    values: Tensor) -> Tensor:
    return torch.copy_(torch.narrow(target, 0, start, values.size(0)), values)
