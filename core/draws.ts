// The core of drawing in AssemblyScript: sums of values drawn with replacement, and numbers of a triangular distribution,
// from a stream of xoshiro128**. It draws what src/stats/sums-of-draws.ts and triangular.ts draw and adds in the same
// order, so its sums have the same bits. `npm run core` compiles it into src/stats/draw-core-bytes.ts. All places are
// addresses in the memory it is given.

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

/** Writes so many numbers in [0, 1) with 53 random bits, two words each, as `uniform` (random.ts) makes them. */
export function fillShares(state: usize, into: usize, count: i32): void {
  const end = into + 8 * (count as usize);
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  for (let at = into; at < end; at += 8) {
    const first = rotl<u32>(b * 5, 7) * 9;
    let shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotl<u32>(d, 11);
    const second = rotl<u32>(b * 5, 7) * 9;
    shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotl<u32>(d, 11);
    const bits = (((first >> 5) as i64) << 26) | ((second >> 6) as i64);
    store<f64>(at, (bits as f64) / 9007199254740992);
  }
  store<u32>(state, a);
  store<u32>(state, b, 4);
  store<u32>(state, c, 8);
  store<u32>(state, d, 12);
}

/**
 * Adds to each of so many totals the quantile of a share, as `triangularQuantile` (triangular.ts) has it: below the share
 * of the peak low + √(share · rise), else high − √((1 − share) · fall). Two at a time; an odd number takes one more along.
 */
export function addTriangular(
  shares: usize,
  totals: usize,
  count: i32,
  low: f64,
  high: f64,
  peakShare: f64,
  rise: f64,
  fall: f64,
): void {
  const end = totals + 8 * (count as usize);
  for (; totals < end; totals += 16, shares += 16) {
    const share = v128.load(shares);
    const rest = f64x2.sub(f64x2.splat(1), share);
    const rises = f64x2.lt(share, f64x2.splat(peakShare));
    const squares = v128.bitselect(
      f64x2.mul(share, f64x2.splat(rise)),
      f64x2.mul(rest, f64x2.splat(fall)),
      rises,
    );
    const root = f64x2.sqrt(squares);
    const drawn = v128.bitselect(
      f64x2.add(f64x2.splat(low), root),
      f64x2.sub(f64x2.splat(high), root),
      rises,
    );
    v128.store(totals, f64x2.add(v128.load(totals), drawn));
  }
}
