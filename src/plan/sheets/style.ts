import { TYPE } from '../../draw/palette.js';

/** Style of the printed sheets: A4, one sheet a page, large type, black on white so that any printer will do. */
export const SHEET_STYLE = `
@page { size: A4 portrait; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 13pt/1.3 ${TYPE.text}; color: #000; background: #fff; }
.symbols { position: absolute; width: 0; height: 0; }
.icon { width: 8mm; height: 8mm; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round;
  stroke-linejoin: round; vertical-align: middle; }
.sheet { width: 186mm; min-height: 272mm; display: flex; flex-direction: column; break-after: page; }
.sheet:last-child { break-after: auto; }
@media screen { body { background: #ddd; } .sheet { background: #fff; margin: 8mm auto; padding: 12mm; width: 210mm;
  min-height: 297mm; } }
header { display: flex; align-items: baseline; gap: 8mm; border-bottom: 1.2mm solid #000; padding-bottom: 2mm; }
header .worker { font: 700 34pt/1 ${TYPE.title}; }
header .week { font: 700 22pt/1 ${TYPE.title}; }
header .dates { margin-left: auto; font-size: 13pt; }
table { width: 100%; border-collapse: collapse; margin-top: 4mm; table-layout: fixed; }
.c-day { width: 24mm; } .c-time { width: 25mm; } .c-where { width: 44mm; }
th { text-align: left; font-size: 9.5pt; font-weight: 400; padding: 0 2mm 1mm; }
td { border-top: .4mm solid #000; padding: 2.4mm 2mm; vertical-align: top; }
tr.first td { border-top-width: .9mm; }
tr { break-inside: avoid; }
.day { font-size: 17pt; font-weight: 700; white-space: nowrap; }
.time { font-size: 17pt; font-weight: 700; white-space: nowrap; }
.spot { display: inline-block; font-size: 22pt; font-weight: 700; line-height: 1.1; padding-bottom: 1mm; }
.small { font-size: 9.5pt; font-weight: 400; }
.met { font-size: 14pt; font-weight: 400; white-space: nowrap; }
.met .icon { width: 7mm; height: 7mm; }
.items { display: flex; flex-wrap: wrap; gap: 1.5mm 4mm; font-size: 14pt; }
.items span { white-space: nowrap; }
.done { width: 22mm; }
.box { display: block; height: 13mm; border: .4mm solid #000; border-radius: 1.5mm; }
.key { display: flex; flex-wrap: wrap; gap: 1mm 5mm; margin-top: auto; padding-top: 4mm; font-size: 9.5pt; }
.key .icon { width: 5.5mm; height: 5.5mm; }
.safety { margin-top: 3mm; border-top: .6mm dashed #000; padding-top: 2.5mm; font-size: 11pt; }
.safety p { margin: 0 0 2mm; display: flex; align-items: center; gap: 3mm; }
.draft { margin: 1mm 0 0; font-size: 8pt; }
:lang(my) body { line-height: 1.6; }
:lang(my) .day, :lang(my) .safety strong { font-size: 12.5pt; }
:lang(my) header .week { font-size: 18pt; line-height: 1.4; }
.safety .line { flex: 1; border-bottom: .3mm solid #000; height: 6mm; }
`.trim();
