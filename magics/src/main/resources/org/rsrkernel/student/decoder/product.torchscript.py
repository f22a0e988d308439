# A matrix product and nothing else, for measuring what the machine can do in each type.
class Product(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  def operand(self: __torch__.Product,
    rows: int,
    columns: int,
    dtype: int,
    like: Tensor) -> Tensor:
    return torch.full([rows, columns], 0.5, dtype=dtype, device=like.device)

  # a [M, K] times b [N, K] into out [M, N], again and again; a value of it, so that it must be done
  def multiply(self: __torch__.Product,
    a: Tensor,
    b: Tensor,
    out: Tensor,
    times: int) -> Tensor:
    t = torch.t(b)
    for _ in range(times):
      out = torch.mm(a, t, out=out)
    return torch.to(torch.narrow(torch.narrow(out, 0, 0, 1), 1, 0, 1), 6)
