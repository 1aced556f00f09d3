import type { MappedArea } from '../../src/methods/extrapolate/areas.js';

/**
 * Female sex workers mapped in Kenya 2011/12: towns and Nairobi's divisions with urban women 15–49 (Odek et al. 2014,
 * doi 10.1371/journal.pone.0089180, as collated by Laga et al.; second-hand).
 */
const TOWNS = `
Bondo,8390,1676
Bungoma,13535,1994
Busia,12859,2474
Chuka,10658,560
Dagoretti,78329,2433
Eldoret,68536,2442
Emali,1694,1180
Embakasi,219685,3878
Embu,14834,1032
Homa Bay,14813,995
Kajiado,3502,282
Kakamega,21936,1238
Kamukunji,59969,2491
Kapenguria,8242,1004
Kasarani,124291,3791
Kericho,23772,1116
Kerugoya Kutus,4916,739
Kiambu,21076,862
Kilifi,11994,624
Kisii,19511,4063
Kisumu,93328,4041
Kitale,25019,815
Kitui,26836,794
Lang'ata,81289,2855
Machakos,36359,872
Makadara,50008,2482
Makindu,2189,786
Malaba,5261,708
Malindi,28355,2310
Mariakani,5723,624
Matuu,12368,540
Maua,4284,1555
Mavoko,29930,1973
Meru,13060,1276
Migori,13184,2272
Mombasa,216923,9288
Mtwapa,11756,1118
Mumias,24522,2167
Murang'a,7059,442
Naivasha,40457,925
Nakuru,73012,4384
Namanga,2103,345
Nanyuki,8975,554
Narok,9021,576
Nyahururu,9043,801
Nyamira,10370,856
Nyeri,28700,988
Ongata Rongai,10035,937
Ruiru,57461,1808
Siaya,5648,473
Starehe,63605,6763
Taveta,4712,489
Thika,32884,1933
Ukunda,14649,1112
Vihiga,29707,2749
Voi,4117,900
Webuye,10071,1990
Westlands,58730,2929
`;

export const KENYA: readonly MappedArea[] = TOWNS.trim()
  .split('\n')
  .map((row) => {
    const [municipality = '', denominator, estimate] = row.split(',');
    return { municipality, denominator: Number(denominator), estimate: Number(estimate), stratum: '' };
  });
