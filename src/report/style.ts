import { PALETTE, paletteStyle, TYPE } from '../draw/palette.js';

const ramp = [1, 2, 3, 4, 5]
  .map((step) => `.q${step}{fill:var(--ramp-${step});background:var(--ramp-${step})}`)
  .join('');

/** Burmese stacks letters and hangs marks above and below: its lines stand further apart, its headings too. */
const BURMESE_STYLE = `
:lang(my) body{line-height:1.8}
:lang(my) :is(h1,h2,h3,.mid){line-height:1.6}
:lang(my) .table-answers tbody th{line-height:1.8}
:lang(my) :is(.big){line-height:1.5}
:lang(my) :is(.small,.top,.table-answers td .small,.facts,.kicker,.audience,.load .lid span){line-height:1.75}
:lang(my) .table-answers td::before{line-height:1.75}
`.trim();

/**
 * Style of the report: one column of reading width, quiet lines, numbers that align; light, dark and paper. Nothing is
 * loaded, nothing depends on script, and nothing is told by colour alone.
 */
export const REPORT_STYLE = `
:root{color-scheme:light dark;${paletteStyle('light')}}
@media screen and (prefers-color-scheme:dark){:root{${paletteStyle('dark')}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 ${TYPE.text};font-variant-numeric:tabular-nums}
main,header,footer{max-width:1120px;margin:0 auto;padding:0 24px}
header{padding-top:28px}
h1,h2,h3{font-family:${TYPE.title};font-weight:600;line-height:1.2;margin:0;text-wrap:balance}
h1{font-size:28px;letter-spacing:-.01em}
h2{font-size:25px;margin:0 0 6px}
h3{font-size:18px;margin:0 0 8px}
p{margin:0 0 8px;max-width:72ch}
a{color:var(--cool)}
code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.88em}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px}
.kicker{color:var(--faint);margin:0 0 4px}
.badge{display:inline-block;border:1px solid var(--line);border-radius:999px;padding:1px 12px;font-size:13px;color:var(--ink);background:var(--card)}
.audience{font-size:13.5px;color:var(--faint);margin:8px 0 0;max-width:none}
.notes{margin:12px 0 0;padding:8px 14px;border-left:4px solid var(--warm);background:var(--card);font-size:14px}
.notes p{margin:0;max-width:none}.notes p+p{margin-top:3px}
nav{margin:22px 0 0;font-size:14px;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:8px 0}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;margin:0;padding:0}
nav a{text-decoration:none;display:inline-block;padding:2px 0}nav a:hover{text-decoration:underline}
section{padding:44px 0 0}
.lead{color:var(--faint);margin-bottom:18px}
.answers{padding-top:18px}
.answers h2{position:absolute;left:-9999px}
table{border-collapse:collapse;width:100%;font-size:14.5px}
th,td{text-align:left;padding:5px 10px 5px 0;vertical-align:top;border-top:1px solid var(--line)}
thead th{border-top:0;font-weight:500;color:var(--faint);font-size:13px;vertical-align:bottom;padding-bottom:4px}
tbody th{font-weight:500}
td.n,th.n{text-align:right;padding-left:10px;white-space:nowrap}
thead th.n{white-space:normal;text-wrap:balance}
td:last-child,th:last-child{padding-right:0}
.nowrap{white-space:nowrap}
.small{font-size:13px}.faint{color:var(--faint)}
.table-answers{table-layout:fixed}
.table-answers th,.table-answers td{padding:12px 22px 12px 0}
.table-answers thead td{border:0}.table-answers thead th{font-size:14px;padding:4px 20px 4px 0}
.table-answers tbody th{overflow-wrap:anywhere;font-family:${TYPE.title};font-size:17px;line-height:1.25;font-weight:600}
.table-answers tbody th small{display:block;font:13px ${TYPE.text};color:var(--faint);margin-top:2px}
.big{font-family:${TYPE.title};font-size:34px;line-height:1;font-weight:600;letter-spacing:-.01em}
.mid{font-family:${TYPE.title};font-size:20px;line-height:1.25;font-weight:600}
.table-answers td>*{display:block}
.table-answers .a-sure{width:24%}.table-answers .who{width:16%}
.table-answers .scaled{max-width:220px}.ends{display:flex;justify-content:space-between;font-size:11px;line-height:1.2;color:var(--faint)}
.span{margin-top:2px}
.facts{margin:0;font-size:13px;line-height:1.4}.facts div+div{margin-top:5px}.facts dt{color:var(--faint);font-size:12px}.facts dd{margin:0}
.facts .mid{display:block}
.table-answers td .small{margin-top:4px;line-height:1.4}
.top{margin:5px 0 0;padding:0;list-style:none;font-size:13.5px;line-height:1.45}
.top li{display:flex;justify-content:space-between;gap:8px;max-width:190px}
.bar{position:relative;display:block;height:14px;min-width:90px;margin:4px 0}
.bar i,.bar b,.bar u,.bar s{position:absolute;display:block}
.bar i{top:3px;height:8px;min-width:2px;border-radius:4px;background:var(--cool-soft)}
.bar b{top:2px;width:10px;height:10px;margin-left:-5px;border-radius:50%;background:var(--cool)}
.bar i.full{background:var(--cool)}
.bar i.miss{background:repeating-linear-gradient(135deg,var(--warm) 0 3px,var(--warm-soft) 3px 6px)}
.bar i.down{background:var(--warm-soft)}
.bar s{top:0;bottom:0;width:1px;background:var(--line)}
.bar u{height:6px;border:solid var(--ink);border-width:0 1.5px 1.5px;text-decoration:none;top:1px;min-width:2px}
.wide{width:38%}
.track{display:grid;grid-template-columns:minmax(130px,190px) 1fr;gap:0 20px;padding:14px 0;border-top:1px solid var(--line);align-items:center}
.track .bar{height:18px;margin:2px 0}.track .bar i{height:14px;top:2px;border-radius:7px}.track .bar b{width:14px;height:14px;margin-left:-7px}
.track .bar.thin{height:10px}
.track,.axis{padding-right:8px}
.track .key{font-size:13px;color:var(--faint);margin:0;max-width:none}
.axis{display:grid;grid-template-columns:minmax(130px,190px) 1fr;gap:0 20px;font-size:12px;color:var(--faint)}
.axis div{position:relative;height:20px}
.axis span{position:absolute;transform:translateX(-50%);white-space:nowrap}
.axis span:first-child{transform:none}.axis span:last-child{transform:translateX(-100%)}
.mid small{font:14px ${TYPE.text};white-space:nowrap}
.strip{margin-top:8px;display:grid;grid-template-columns:repeat(7,1fr);gap:3px;align-items:end;height:42px;max-width:170px}
.strip i{display:block;background:var(--cool-soft);border-radius:2px 2px 0 0;min-height:1px}.strip i.peak{background:var(--cool)}
.strip.large{height:120px;max-width:340px;gap:8px}
.strip-days{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));gap:3px;max-width:170px;font-size:11px;color:var(--faint);text-align:center}
.strip-days.large{max-width:340px;gap:8px;font-size:13px}
.pair{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:12px 40px;align-items:start;padding:18px 0;border-top:1px solid var(--line)}
.pair.even{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.pair>*{min-width:0}
.pair h3{grid-column:1/-1;margin:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:28px 40px}
.block+.block,.notes+.block{margin-top:26px}section>.small{margin-top:8px}.block th:first-child{width:26%}.block th small{display:block;font-weight:400;font-size:13px;color:var(--faint)}
figure{margin:0}.clock svg{max-width:290px}
figure svg{display:block;width:100%;height:auto;max-width:540px;overflow:visible}
figcaption{font-size:13px;color:var(--faint);margin-top:8px;max-width:64ch}
svg text{font:11.5px ${TYPE.text};fill:var(--ink)}
svg .faint{fill:var(--faint)}
svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
${ramp}
.q0{fill:var(--empty);background:var(--empty)}
.edge{stroke:var(--paper);stroke-width:.8;fill-rule:evenodd}
.hatch{fill:url(#hatch);background:repeating-linear-gradient(135deg,var(--faint) 0 1px,var(--paper) 1px 5px)}
.stipple{fill:url(#stipple);background:radial-gradient(circle,var(--faint) 1px,var(--empty) 1.4px) 0 0/6px 6px}
.dot{fill:var(--ink);fill-opacity:.5;stroke:var(--paper);stroke-width:.6}
.ring{fill:none;stroke:var(--warm);stroke-width:1.4}
.patch{fill:var(--cool);fill-opacity:.28;stroke:var(--cool);stroke-width:.7}
.line{fill:none;stroke:var(--cool);stroke-width:2}
.thin-line{fill:none;stroke:var(--line);stroke-width:1}
.area{fill:var(--cool-soft);stroke:none}
.petal{fill:var(--cool)}.night{fill:var(--card)}
.ink-line{stroke:var(--ink);stroke-width:1.4;fill:none}
.legend{display:flex;flex-wrap:wrap;gap:3px 14px;align-items:center;font-size:12.5px;margin:8px 0 0;padding:0;list-style:none;color:var(--ink)}
.legend i{display:inline-block;width:16px;height:12px;border-radius:2px;margin-right:6px;vertical-align:-1px;border:1px solid var(--line)}
.legend svg{display:inline-block;width:auto;vertical-align:middle;margin-right:4px}
details{margin-top:10px;font-size:14px}
summary{cursor:pointer;color:var(--cool);padding:3px 0}
details[open] summary{margin-bottom:6px}
.scroll{overflow-x:auto;max-width:100%}
.data table{font-size:13.5px;width:auto;min-width:min(100%,420px)}
.spec{display:grid;grid-template-columns:minmax(96px,150px) minmax(0,1fr);gap:1px 12px;align-items:center;font-size:12.5px}
.spec svg{width:100%;max-width:none;height:11px;overflow:hidden}
.spec .curve{position:relative}.spec .curve svg{height:190px}
.spec .ends{height:190px;position:relative;color:var(--faint);font-size:12px}
.spec .ends span{position:absolute;right:0;transform:translateY(-50%)}
.spec h4{grid-column:1/-1;margin:8px 0 0;font-size:12.5px;font-weight:600}
.spec .mark{fill:var(--faint);fill-opacity:.55}.spec .own{fill:none;stroke:var(--warm);stroke-width:3px}
.load{position:relative;max-width:540px}
.load svg{height:110px;max-width:none}
.load .lid{position:absolute;left:0;right:0;border-top:1.5px dashed var(--ink);font-size:12px}
.load .lid span{position:absolute;right:0;bottom:0;background:var(--paper);padding:0 0 0 6px;line-height:1.3}
.square{display:inline-block}.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,460px),1fr));gap:18px 40px}
.card{border-top:2px solid var(--cool-soft);padding-top:10px;font-size:14px}
.card h3{font-size:16px}
.card dl{margin:0;display:grid;grid-template-columns:84px 1fr;gap:3px 12px}
.card dt{color:var(--faint);font-size:13px}.card dd{margin:0;overflow-wrap:anywhere}
.card .formula{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12.5px}
.hash{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:11.5px;overflow-wrap:anywhere;color:var(--faint)}
.forest td{vertical-align:middle}
.forest .bar b{border-radius:1px}.forest .joined .bar b{border-radius:0;transform:rotate(45deg)}.forest .own .bar b{border-radius:50%;background:var(--ink)}
.tools{display:none;gap:10px;margin:0 0 8px;font-size:13.5px}
.js .tools{display:flex}
.tools input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:4px;padding:3px 8px;max-width:100%}
.map-tools{display:none;gap:6px;margin-top:6px}.js .map-tools{display:flex}
button{font:inherit;font-size:13px;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:4px;padding:2px 10px;cursor:pointer}
th button{all:unset;cursor:pointer;color:inherit}th button:focus-visible{outline:2px solid var(--cool)}
th[aria-sort] button::after{content:" ↓"}th[aria-sort=ascending] button::after{content:" ↑"}
.map{overflow:hidden;max-width:540px;touch-action:pan-y}
#tip{position:fixed;z-index:9;pointer-events:none;background:var(--ink);color:var(--paper);font-size:13px;padding:3px 9px;border-radius:4px;max-width:280px;left:0;top:0}
#tip[hidden]{display:none}
.symbols{position:absolute;width:0;height:0}
footer{padding:48px 24px 40px;color:var(--faint);font-size:13px}
footer p{max-width:none}
@media screen and (max-width:860px){
.pair,.pair.even{grid-template-columns:minmax(0,1fr)}
.table-answers,.table-answers tbody{display:block}
.table-answers thead{position:absolute;left:-9999px}
.table-answers tr{display:grid;grid-template-columns:repeat(6,minmax(0,1fr));gap:10px 24px;border-top:1px solid var(--line);padding:14px 0 16px}
.table-answers th,.table-answers td,.table-answers .a-sure{border:0;padding:0;width:auto;grid-column:span 2}
.table-answers tbody th{grid-column:1/-1}.table-answers tbody th small{display:inline;margin-left:8px}
.table-answers .a-sure{grid-column:span 4}
.table-answers td::before{content:attr(data-q);display:block;color:var(--faint);font-size:12.5px;line-height:1.4}
.table-answers td .small,.top{margin-top:2px}
}
@media screen and (max-width:620px){
main,header,footer{padding-left:16px;padding-right:16px}
header{padding-top:14px}
h1{font-size:20px}h2{font-size:22px}
.kicker,.audience,.notes{font-size:12.5px;line-height:1.4}.audience{margin-top:5px}.notes{padding:6px 10px;margin-top:8px}
.answers{padding-top:10px}
.table-answers tr{grid-template-columns:repeat(2,minmax(0,1fr));gap:6px 14px;padding:8px 0 10px}
.table-answers td,.table-answers th{grid-column:span 1}
.table-answers tbody th{font-size:16px}.table-answers tbody th small{font-size:12px}
.table-answers .a-many,.table-answers .a-sure,.table-answers .a-gap{grid-column:1/-1}
.table-answers td.a-many{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 14px;align-items:center}
.a-many::before,.a-sure::before{grid-column:1/-1}
.table-answers td.a-many::before{display:none}
.a-many .big{font-size:28px;grid-row:1/span 2}.a-many .span{margin:0!important}.a-many .scaled{max-width:none}
.a-many>.span~.small,.a-many>.scaled~.small{grid-column:1/-1}
.mid{font-size:16px}.mid small{font-size:13px}
.table-answers td .small,.table-answers .top,.facts{font-size:12px;line-height:1.35}
.table-answers .top{display:block}.top li{display:inline}.top li span+span{margin-left:4px}.top li+li::before{content:" · "}
.strip,.strip-days{display:none}.strip.large,.strip-days.large{display:grid}
.table-answers :is(.facts,.facts div:first-child,.facts dt,.facts dd,.facts .mid){display:inline}.facts dt{font-size:12px}.facts dt::after{content:": "}.facts .mid{font-size:13.5px}.facts div+div{margin-top:1px}
.table-answers td.a-sure::before{display:inline;padding-right:8px}
.table-answers td.a-gap{display:grid;grid-template-columns:auto auto minmax(40px,1fr);gap:0 10px;align-items:baseline}
.a-gap .bar{align-self:center}.a-gap .small{grid-column:1/-1}
.a-where .faint,.a-many .faint{display:none!important}
.track,.axis{grid-template-columns:1fr}
.axis div:first-child{display:none}.axis span:nth-child(even){display:none}
.narrow-off{display:none}
.wide{width:24%}.bar{min-width:56px}
table{font-size:13.5px}th,td{padding-right:5px}td.n,th.n{padding-left:5px}thead th{font-size:12px}
.card dl{grid-template-columns:1fr}.card dt{margin-top:4px}
}
${BURMESE_STYLE}
.strip-days:lang(my){gap:0;font-size:10px}
@page{size:A4;margin:13mm 12mm}
@media print{
:root{--paper:#fff}
body{font-size:9.5pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
main,header,footer{max-width:none;padding:0}
h1{font-size:17pt}h2{font-size:14pt;break-after:avoid}h3{font-size:11pt;break-after:avoid}
section{padding-top:16pt}
nav,.tools,.map-tools,.skip,#tip,details:not([open]){display:none!important}
figure,tr,.card,.track,.pair,.tiles>div{break-inside:avoid}
.lead{break-inside:avoid;break-after:avoid;margin-bottom:8pt}.map{max-width:265px}
.pair{gap:5pt 16pt;padding:9pt 0}
.tiles{grid-template-columns:repeat(3,1fr);gap:14pt}
table{font-size:8pt}th,td{padding:2.4pt 6pt 2.4pt 0}thead th{font-size:7.5pt}td.n,th.n{padding-left:5pt}
.table-answers thead th{font-size:8pt}.table-answers tbody th{font-size:9pt}.table-answers tbody th small{font-size:7.5pt}.table-answers th,.table-answers td{padding:6pt 9pt 6pt 0}
.big{font-size:20pt}.mid{font-size:11.5pt}.mid small{font-size:8.5pt}.top{font-size:8pt}.top li{max-width:none}
.small,.track .key,.legend,figcaption,.audience,.notes,.badge,.spec{font-size:7.8pt}
.legend{margin-top:4pt}figcaption{margin-top:4pt}
.facts{font-size:7.5pt}.facts dt,.ends{font-size:6.8pt}.facts div+div{margin-top:2pt}
.bar{height:11px;min-width:50px;margin:2px 0}.bar i{top:2px;height:7px}.bar b{top:1px;width:9px;height:9px}
.strip{height:30px;margin-top:4px}.strip-days{gap:1px;font-size:6.5pt}.table-answers .strip-days:lang(my){display:none}.track{padding:7pt 8px 7pt 0}
.clock svg{max-width:190px}.load svg{height:70px}.spec .curve svg,.spec .ends{height:190px}
.cards{grid-template-columns:1fr 1fr;gap:9pt 16pt}.card{font-size:7.8pt;padding-top:5pt}.card h3{font-size:9.5pt;margin-bottom:3pt}
.card dl{grid-template-columns:52pt 1fr;gap:1pt 6pt}.card dt,.card .formula,.card code{font-size:7.4pt}
.hash{font-size:6.5pt}footer{padding:16pt 0 0;font-size:8pt}
a{color:inherit;text-decoration:none}
}
`.trim();

/** Colours that text stands on, for tests of contrast: [text, ground]. */
export const TEXT_ON: readonly (readonly [keyof typeof PALETTE, keyof typeof PALETTE])[] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['faint', 'paper'],
  ['faint', 'card'],
  ['cool', 'paper'],
  ['warm', 'paper'],
  ['paper', 'ink'],
];
