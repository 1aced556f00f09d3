// A small real disk (tmpfs, in a mount of its own) that fills up after every possible page.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM, townIn } from './program.mjs';

/** Runs as root of its own user and mount namespace: fills the disk so that so many pages are free, then estimates twice. */
const SCRIPT = `
set -u
mount -t tmpfs -o size=6m,mode=0700 none "$1" || exit 9
cp spots.csv "$1/spots.csv"; cd "$1"
run() { "$NODE" "$PROGRAM" estimate --spots spots.csv --out out --quiet --settle "$2" 2>said; echo $? ; }
hash() { (cd out 2>/dev/null && cat $(ls | sort)) | sha256sum; }
run 0 minimum >/dev/null; old=$(hash); run 0 maximum >/dev/null; new=$(hash); run 0 minimum >/dev/null
wrong=0; full=0; fine=0
for pages in $(seq 0 "$3" "$2"); do
  free=$(( $(stat -f -c %a .) ))
  [ "$free" -gt "$pages" ] && head -c $(( (free - pages) * 4096 )) /dev/zero > filler
  # The message goes to another disk: this one is full.
  "$NODE" "$PROGRAM" estimate --spots spots.csv --out out --quiet --settle maximum 2>"$4"; code=$?
  rm -f filler
  lines=$(wc -l < "$4")
  left=$(ls -A | grep -c spotwise-)
  is=$(hash)
  if [ $code = 4 ] && [ "$is" = "$old" ] && [ $lines = 1 ] && [ $left = 0 ]; then full=$((full + 1))
  elif [ $code = 0 ] && [ "$is" = "$new" ] && [ $left = 0 ]; then
    fine=$((fine + 1)); run 0 minimum >/dev/null
  else wrong=$((wrong + 1)); echo "pages $pages: exit $code, lines $lines, left $left" >&2; cat "$4" >&2; fi
done
echo "$full $fine $wrong"
`;

export const disk = {
  title: 'a disk of 6 MB that fills up',
  count: Infinity,
  run: async ({ count, folder, say }) => {
    const town = townIn(join(folder, 'disk'), 200);
    const mounted = townIn(join(folder, 'mounted'), 0);
    const script = join(folder, 'disk.sh');
    writeFileSync(script, SCRIPT);
    const pages = 24;
    const stride = Math.max(1, Math.ceil(pages / count));
    const args = ['-rm', 'bash', script, mounted, String(pages), String(stride), join(folder, 'said')];
    const done = spawnSync('unshare', args, {
      cwd: town,
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath, PROGRAM },
    });
    if (done.error !== undefined || done.status === 9 || /unshare failed/.test(done.stderr)) {
      say('not tried: this system lets nobody mount a disk (unshare -rm)');
      return 0;
    }
    const [full, fine, wrong] = done.stdout.trim().split(' ').map(Number);
    if (done.stderr !== '') say(done.stderr.trim());
    say(
      `full after 0 to ${pages} pages: ${full} times exit 4, one line, the old result whole and nothing left; ${fine} times room enough; anything else ${wrong}`,
    );
    return Number.isFinite(wrong) && full > 0 ? wrong : 1;
  },
};
