// The core of resampling in AssemblyScript: sums of values drawn with replacement, a sum after the other, from a stream
// of xoshiro128**. It picks what src/stats/sums-of-draws.ts picks and adds in the same order, so its sums have the same
// bits. `npm run core` compiles it into src/stats/draw-core-bytes.ts. All places are addresses in the memory it is given.

/**
 * Writes that many sums, each of so many draws from `below` values, and leaves the four words of the state where the
 * stream goes on. D. Blackman, S. Vigna 2021, doi 10.1145/3460772 (the words); D. Lemire 2019, doi 10.1145/3230636
 * (word · below: the high part is the draw, a low part under 2³² mod below is drawn again).
 */
export function sumsOfDraws(
  state: usize,
  values: usize,
  below: u32,
  draws: i32,
  into: usize,
  sums: i32,
): void {
  const least: u32 = (0 - below) % below;
  const end = into + 8 * (sums as usize);
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  for (let at = into; at < end; at += 8) {
    let sum: f64 = 0;
    for (let left = draws; left > 0;) {
      const word = rotl<u32>(b * 5, 7) * 9;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotl<u32>(d, 11);
      const product = (word as u64) * (below as u64);
      if ((product as u32) < least) continue;
      sum += load<f64>(values + 8 * ((product >> 32) as usize));
      left -= 1;
    }
    store<f64>(at, sum);
  }
  store<u32>(state, a);
  store<u32>(state, b, 4);
  store<u32>(state, c, 8);
  store<u32>(state, d, 12);
}
