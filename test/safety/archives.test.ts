import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inFreshFolder, ROOT } from '../support/program.js';
import { testWorkbook } from '../support/workbook.js';

const MIB = 1_048_576;
const archive = (files: Readonly<Record<string, Uint8Array>>) => zipSync(files, { level: 1 });
const zeros = (mib: number) => new Uint8Array(mib * MIB);

/** The archive with every entry said to unpack to that many bytes. */
function declaring(size: number, files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const changed = archive(files);
  const view = new DataView(changed.buffer, changed.byteOffset);
  for (let at = 0; at < changed.length - 28; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return changed;
}

/** Entities that name each other, ten of the one below each: ten to the ninth in all. */
const LAUGHS = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join(
  '',
);
const TABLE = 'spot_id,population,municipality,min,max\nA,FSW,North,4,10\n';
const book = { A: [['spot_id', 'population', 'municipality', 'min', 'max']] };

const FILES: readonly (readonly [string, () => Uint8Array])[] = [
  ['a bomb of 120 MiB in one entry', () => archive({ 'spots.csv': zeros(120) })],
  [
    'a bomb in five entries',
    () => declaring(20 * MIB, Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.csv`, zeros(1)]))),
  ],
  [
    'a workbook whose sheet is a bomb',
    () => archive({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': zeros(100) }),
  ],
  ['a bomb that says it is small', () => declaring(40, { 'spots.csv': zeros(30) })],
  ['a small file that says it is a bomb', () => declaring(4_000_000_000, { 'spots.csv': strToU8(TABLE) })],
  [
    'thousands of entries',
    () => archive(Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`${n}.csv`, strToU8('a')]))),
  ],
  [
    'an archive in an archive',
    () => archive({ 'in.zip': archive({ 'in.zip': archive({ 'spots.csv': zeros(9) }) }) }),
  ],
  ['an entry above the folder', () => archive({ '../../spots.csv': strToU8(TABLE) })],
  ['an entry at the root', () => archive({ '/etc/spots.csv': strToU8(TABLE) })],
  ['an entry on a drive', () => archive({ 'C:\\spots.csv': strToU8(TABLE) })],
  ['an entry above, in the way of Windows', () => archive({ 'a\\..\\..\\spots.csv': strToU8(TABLE) })],
  [
    'an entity that names a file',
    () =>
      strToU8(
        '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&a;</name></Placemark></kml>',
      ),
  ],
  [
    'entities that name each other',
    () =>
      strToU8(
        `<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY e0 "ha">${LAUGHS}]><gpx><wpt lat="1" lon="1"><name>&e9;</name></wpt></gpx>`,
      ),
  ],
  [
    'entities in a workbook',
    () =>
      testWorkbook(book, {
        'xl/sharedStrings.xml': `<!DOCTYPE sst [<!ENTITY e0 "ha">${LAUGHS}]><sst><si><t>&e9;</t></si></sst>`,
      }),
  ],
  [
    'a program called a workbook',
    () => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...zeros(1).subarray(0, 300)]),
  ],
  [
    'an archive cut in half',
    () => {
      const whole = archive({ 'spots.csv': strToU8(TABLE.repeat(500)) });
      return whole.subarray(0, whole.length / 2);
    },
  ],
];

/** Says the most memory the process has held, in KiB. */
const HOOK =
  'data:text/javascript,process.on("exit",()=>process.stdout.write(`peak ${process.resourceUsage().maxRSS}`))';

describe('archives, disguises and entities', () => {
  it.each(FILES)('%s is refused in little memory and writes nothing', (_what, made) => {
    inFreshFolder((folder) => {
      writeFileSync(join(folder, 'spots.xlsx'), made());
      const done = spawnSync(
        process.execPath,
        [
          '--import',
          HOOK,
          join(ROOT, 'bin', 'spotwise.js'),
          'import',
          'spots.xlsx',
          '--out',
          'out',
          '--quiet',
        ],
        { cwd: folder, encoding: 'utf8' },
      );
      expect(done.stderr).toMatch(/^error\s+\S*spots\.xlsx/m);
      expect(done.stderr).not.toMatch(/\n\s+at /);
      expect(done.status).toBe(1);
      expect(Number(/peak (\d+)$/.exec(done.stdout)?.[1])).toBeLessThan(300 * 1024);
      expect(readdirSync(folder)).toEqual(['spots.xlsx']);
    });
  });

  it('hold nothing of another file of the computer', () => {
    inFreshFolder((folder) => {
      writeFileSync(join(folder, 'secret'), 'Zarqelinda');
      const kml = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a SYSTEM "file://${folder}/secret">]><kml><Placemark><name>&a;</name></Placemark></kml>`;
      writeFileSync(join(folder, 'spots.kml'), kml);
      const done = spawnSync(process.execPath, [join(ROOT, 'bin', 'spotwise.js'), 'import', 'spots.kml'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(done.status).toBe(1);
      expect(done.stdout + done.stderr).not.toContain(readFileSync(join(folder, 'secret'), 'utf8'));
    });
  });
});
